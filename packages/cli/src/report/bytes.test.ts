import { expect, test } from 'vitest';
import { bytesText } from './bytes.ts';

test.each([
  [0, '0 B'],
  [312, '312 B'],
  [4300, '4.2 KB'],
  [52_428_800, '50 MB'],
  [5_000_000_000, '4.7 GB'],
])('%d bytes are shown as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
