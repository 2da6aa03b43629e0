import { expect, test } from 'vitest';
import type { Cause } from './cause.ts';
import { createRecord } from './record.ts';

const run = (id: string, cause: Partial<Cause> = {}) => ({
  id,
  requestId: id,
  attempt: 1,
  function: 'send',
  cause: { by: 'sqs' as const, what: 'queue Jobs', after: [], ...cause },
  event: '{}',
  began: '2026-11-25T10:00:00.000Z',
});

test('runs that led to one another share a trace', () => {
  const record = createRecord();
  record.begin(run('first'));
  record.begin(run('second', { after: ['first'] }));
  record.begin(run('third', { after: ['gone', 'second'] }));
  record.begin(run('other'));
  expect(record.all().map(({ id, trace }) => `${id} ${trace}`)).toEqual([
    'first first',
    'second first',
    'third first',
    'other other',
  ]);
});

test('listeners are told of the beginning, of each line and of the end', () => {
  const record = createRecord();
  const told: string[] = [];
  record.onChange(({ id, log, outcome }, change) =>
    told.push(`${change} ${id} ${log.length} ${outcome?.payload}`),
  );
  record.begin(run('first'));
  record.log('first', 'Hello');
  record.end('first', { failed: false, payload: '1', duration: 3 });
  record.log('unknown', 'Hello');
  expect(told).toEqual(['began first 0 undefined', 'logged first 1 undefined', 'ended first 1 1']);
  expect(record.get('first')).toMatchObject({ log: ['Hello'], outcome: { payload: '1' } });
});

test('the oldest runs are forgotten', () => {
  const record = createRecord();
  for (let number = 0; number <= 10_000; number++) record.begin(run(String(number)));
  expect(record.all()).toHaveLength(10_000);
  expect(record.get('0')).toBeUndefined();
});
