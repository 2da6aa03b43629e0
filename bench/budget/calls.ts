import { join } from 'node:path';
import { byHand as byHandSqs, byUtility, tankardImages, tankardSqs } from '../batch/contenders.ts';
import { tasks } from '../batch/tasks.ts';
import { bundled } from '../handlers/bundled.ts';
import type { Contender } from '../handlers/contender.ts';
import { byHand, byHandChecked, tankard, tankardChecked } from '../handlers/http-contenders.ts';
import { type Timed, timeCalls } from '../handlers/time-calls.ts';
import { requestsOf } from '../warm/tasks.ts';
import type { Measure } from './judge.ts';

/** What warm handlers take beside ones by hand. */
export function calls(folder: string): readonly Measure[] {
  const compare = (
    name: string,
    [ours, theirs]: readonly [Contender, Contender],
    routes: number,
    task: Omit<Timed, 'file'>,
  ): Measure => {
    let files: Promise<readonly [string, string]> | undefined;
    const make = async (): Promise<readonly [string, string]> => [
      (await bundled(join(folder, 'calls', name, 'ours'), ours, routes)).file,
      (await bundled(join(folder, 'calls', name, 'theirs'), theirs, routes)).file,
    ];
    return {
      name,
      unit: 'times',
      measure: async () => {
        files ??= make();
        const [one, other] = await files;
        return (await timeCalls({ file: one, ...task })) / (await timeCalls({ file: other, ...task }));
      },
    };
  };
  const routes = [tankard, byHand] as const;
  return [
    compare('request, payload 1.0, 500 routes', routes, 500, requestsOf({ routes: 500, payload: '1.0' })),
    compare('request, payload 2.0, 20 routes', routes, 20, requestsOf({ routes: 20, payload: '2.0' })),
    compare(
      'request with a checked body',
      [tankardChecked, byHandChecked],
      1,
      requestsOf({ routes: 1, payload: '2.0' }),
    ),
    compare('10 messages', [tankardSqs, byHandSqs], 1, tasks['SQS, 10 messages']),
    compare('100 images', [tankardImages, byUtility], 1, tasks['DynamoDB stream, 100 images']),
  ];
}
