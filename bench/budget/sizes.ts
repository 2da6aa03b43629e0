import { join } from 'node:path';
import { tankardSqs } from '../batch/contenders.ts';
import { bundled } from '../handlers/bundled.ts';
import type { Contender } from '../handlers/contender.ts';
import { tankard, tankardWithClient } from '../handlers/http-contenders.ts';
import type { Measure } from './judge.ts';

/** What is uploaded of functions. */
export function sizes(folder: string): readonly Measure[] {
  const zip = (name: string, contender: Contender, routes: number): Measure => ({
    name: `zip of ${name}`,
    unit: 'bytes',
    measure: async () => (await bundled(join(folder, 'sizes', name), contender, routes)).zipBytes,
  });
  return [
    zip('20 routes', tankard, 20),
    zip('20 routes with the DynamoDB client', tankardWithClient, 20),
    zip('a queue', tankardSqs, 1),
  ];
}
