import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import { logLineText } from './log-line-text.ts';

const line = (text: string) => ({
  function: 'send',
  time: Date.UTC(2026, 0, 2, 3, 4, 5, 67),
  platform: false,
  text,
});
const style = styleOf('plain');

test('a line shows its time in UTC, its function, its level and what it says', () => {
  const text = JSON.stringify({ timestamp: 't', level: 'INFO', message: 'sent', recipients: 3 });
  expect(logLineText(line(text), { utc: true, style })).toBe(
    '2026-01-02T03:04:05.067Z send INFO  sent  {"recipients":3}',
  );
});

test('every line of a stack says where it comes from', () => {
  expect(logLineText(line('one\rtwo'), { utc: true, style })).toBe(
    '2026-01-02T03:04:05.067Z send one\n2026-01-02T03:04:05.067Z send two',
  );
});

test('local time is that of the machine, with its milliseconds and without a Z', () => {
  const [shown = ''] = logLineText(line('x'), { utc: false, style }).split(' send');
  expect(shown).toMatch(/^2026-01-0[123] \d\d:\d\d:05\.067$/);
  expect(new Date(shown.replace(' ', 'T')).getTime()).toBe(Date.UTC(2026, 0, 2, 3, 4, 5, 67));
});
