import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import { callText } from './call-text.ts';

const style = styleOf('plain');

test("a call shows its own log without Lambda's lines, what it took and its result", () => {
  const log = [
    'START RequestId: 84',
    JSON.stringify({ level: 'INFO', message: 'counted' }),
    'REPORT RequestId: 84\tDuration: 2 ms',
    '',
  ];
  const report = { duration: 2, initDuration: 90, memory: 256, memoryUsed: 81 };
  expect(callText({ result: { count: 3 }, log, report }, style)).toBe(
    ['| INFO  counted', '2 ms, and 90 ms to start, 81 of 256 MB', '{', '  "count": 3', '}'].join('\n'),
  );
});

test('a handler that returns nothing shows no result', () => {
  expect(callText({ result: undefined, log: [] }, style)).toBe('');
});
