import { expect, test } from 'vitest';
import { callReport } from './call-report.ts';

const text =
  'REPORT RequestId: 84\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 256 MB\tMax Memory Used: 81 MB';
const record = {
  metrics: {
    durationMs: 12.34,
    billedDurationMs: 13,
    memorySizeMB: 256,
    maxMemoryUsedMB: 81,
    initDurationMs: 99.5,
  },
};
const known = { duration: 12.34, memory: 256, memoryUsed: 81 };

test.each([
  ['text', `hello\n${text}\n`, known],
  ['text of a first call', `${text}\tInit Duration: 99.50 ms\t\n`, { ...known, initDuration: 99.5 }],
  ['JSON', `{}\n${JSON.stringify({ type: 'platform.report', record })}\n`, { ...known, initDuration: 99.5 }],
])("Lambda's report is read from %s", (_, log, report) => {
  expect(callReport(log)).toEqual(report);
});

test.each([
  ['a log without a report', 'hello\n'],
  ['half a report', 'durationMs":2},"type":"platform.report"}'],
])('%s says nothing', (_, log) => {
  expect(callReport(log)).toBeUndefined();
});
