import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHistory } from './history.ts';

const run = (id: string) => ({
  id,
  requestId: id,
  attempt: 1,
  function: 'send',
  cause: { by: 'request' as const, what: 'send', after: [] },
  event: '{}',
  began: '2026-11-25T10:00:00.000Z',
});

test('runs that ended are there in the next session, also after a line that was cut short', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-history-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'invocations.jsonl');
  const first = await openHistory(file);
  first.record.begin(run('ended'));
  first.record.log('ended', 'Hello');
  first.record.end('ended', { failed: false, payload: '1', duration: 2 });
  first.record.begin(run('running'));
  first.close();
  await appendFile(file, '{"id":"cut');

  const second = await openHistory(file);
  expect(second.record.all()).toEqual([
    {
      ...run('ended'),
      trace: 'ended',
      log: ['Hello'],
      outcome: { failed: false, payload: '1', duration: 2 },
    },
  ]);
  second.record.begin(run('later'));
  second.record.end('later', { failed: true, payload: '{}', duration: 2 });
  second.close();
  const third = await openHistory(file);
  expect(third.record.all().map(({ id }) => id)).toEqual(['ended', 'later']);
  third.close();
});
