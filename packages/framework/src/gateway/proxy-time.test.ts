import { expect, test } from 'vitest';
import { proxyTime } from './proxy-time.ts';

test.each([
  ['2026-11-21T10:50:00.123Z', '21/Nov/2026:10:50:00 +0000'],
  ['2026-11-21T10:50:00.999Z', '21/Nov/2026:10:50:00 +0000'],
  ['2026-11-21T10:50:01.000Z', '21/Nov/2026:10:50:01 +0000'],
  ['2027-01-01T00:00:00.000Z', '01/Jan/2027:00:00:00 +0000'],
  ['2026-11-21T10:50:00.500Z', '21/Nov/2026:10:50:00 +0000'],
])('%s is %s, whatever was asked before', (time, text) => {
  expect(proxyTime(new Date(time))).toBe(text);
});
