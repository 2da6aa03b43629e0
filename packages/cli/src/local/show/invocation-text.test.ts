import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import { summaryOf } from '../control/answers.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { invocationsText, invocationText } from './invocation-text.ts';

const style = styleOf('plain');

function run(id: string, over: Partial<Invocation>): Invocation {
  return {
    id,
    requestId: id,
    trace: 'aaaaaaaa-1',
    attempt: 1,
    function: 'api',
    cause: { by: 'route', what: 'POST /candidates', after: [] },
    event: '{"a":1}',
    began: '2026-11-25T10:00:01.000Z',
    log: [],
    outcome: { failed: false, payload: '{"b":2}', duration: 12.4, initDuration: 90 },
    ...over,
  };
}

const first = run('aaaaaaaa-1', {});
const second = run('bbbbbbbb-1', {
  function: 'sendAssignment',
  cause: { by: 'dynamodb', what: 'table Candidates', after: ['aaaaaaaa-1'] },
  outcome: { failed: true, payload: '{"errorType":"TypeError","errorMessage":"no"}', duration: 3 },
  log: ['plain words'],
});
const other = run('cccccccc-1', {
  trace: 'cccccccc-1',
  function: 'hourly',
  cause: { by: 'schedule', what: 'hourly', after: [] },
  outcome: undefined,
  attempt: 2,
});

test('runs stand below what caused them, and traces one after another', () => {
  expect(invocationsText([first, other, second].map(summaryOf), style).split('\n')).toEqual([
    '10:00:01  POST /candidates → api done 12 ms, cold  aaaaaaaa',
    '10:00:01    table Candidates → sendAssignment failed 3 ms  bbbbbbbb',
    '10:00:01  hourly attempt 2 runs  cccccccc',
  ]);
  expect(invocationsText([], style)).toBe('No invocation yet.');
});

test('one run is shown with its event, its failure and its log', () => {
  const text = invocationText(second, style);
  expect(text).toContain(
    'sendAssignment failed 3 ms\n  began    2026-11-25T10:00:01.000Z\n  because  table Candidates',
  );
  expect(text).toContain('  after    aaaaaaaa-1');
  expect(text).toContain('Event\n{\n  "a": 1\n}');
  expect(text).toContain('"errorType": "TypeError"');
  expect(text).toContain('Log\nplain words');
});
