import { expect, test, vi } from 'vitest';
import { App, Rate } from '../index.ts';
import { scheduledEvent, testContext } from '../testing/index.ts';

const handler = new App('test').schedule(Rate.hours(1), ({ time, detail }) => ({ time, detail }));
const due = new Date('2027-01-31T09:00:00Z');

test('the time is a Date, and a detail that comes as text is a value', async () => {
  const raw = { ...scheduledEvent(due), detail: '{"a":1}' };
  expect(await handler(raw, testContext())).toEqual({ time: due, detail: { a: 1 } });
});

test('a detail that is no JSON stays text', async () => {
  const raw = { ...scheduledEvent(due), detail: 'soon' };
  expect(await handler(raw, testContext())).toEqual({ time: due, detail: 'soon' });
});

test.each([[null], [{}]])('a call by hand with %j is due now', async (raw) => {
  vi.setSystemTime(due);
  expect(await handler(raw, testContext())).toEqual({ time: due, detail: undefined });
  vi.useRealTimers();
});
