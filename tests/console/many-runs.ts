import { type Console, startConsole } from '../../packages/cli/src/local/console/start-console.ts';
import { createRecord } from '../../packages/cli/src/local/invocations/record.ts';

/** A console over a record of many runs, more of which can be added while somebody looks. */
export interface ManyRuns extends Console {
  add(index: number): void;
}

/** The record is what a session has; of the rest the page of runs asks nothing. What is added later has a name of its own. */
export async function serveManyRuns(count: number): Promise<ManyRuns> {
  const record = createRecord();
  const add = (index: number) => {
    const id = `run-${index}`;
    const what = `queue Jobs${index % 7}`;
    const began = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    const cause = { by: 'sqs', what, after: [] } as const;
    record.begin({
      id,
      requestId: id,
      attempt: 1,
      function: `work${index < count ? index % 7 : index}`,
      cause,
      event: '{}',
      began,
    });
    record.end(id, { failed: false, payload: 'null', duration: 5 });
  };
  for (let index = 0; index < count; index++) add(index);
  const never = () => Promise.reject(new Error('Nothing runs here.'));
  const served = await startConsole(0, {
    app: {
      record,
      latest: () => undefined,
      nextRun: () => undefined,
      current: never,
      trigger: never,
      replay: never,
      drain: never,
    },
    time: { now: Date.now, advance: never },
    feed: { problems: () => [], onTell: () => {} },
    config: { project: '/nowhere', api: 'http' },
    url: 'http://localhost:3000',
    endpoint: 'http://127.0.0.1:4566',
    region: 'us-east-1',
    mails: async () => [],
  });
  return { ...served, add };
}
