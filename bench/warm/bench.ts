import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundled } from '../handlers/bundled.ts';
import type { Contender } from '../handlers/contender.ts';
import { byHand, byHandChecked, httpContenders, tankardChecked } from '../handlers/http-contenders.ts';
import { type Entrant, inTurns, type Turn, timesAsLong } from '../handlers/in-turns.ts';
import { PEERS, versionsOf } from '../handlers/versions.ts';
import { type BenchResult, median } from '../result.ts';
import { nameOf, requestsOf, type Task } from './tasks.ts';

const ROUNDS = 3;
const SIZES = [1, 20, 200, 500];
const tasks: readonly Task[] = [
  ...SIZES.map((routes): Task => ({ routes, payload: '1.0' })),
  ...SIZES.map((routes): Task => ({ routes, payload: '2.0' })),
  { routes: 500, payload: '2.0, $default' },
];

/** Answers requests to apps of several sizes, beside a handler by hand and what others bring. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-warm-'));
  try {
    const entrants: Entrant[] = [];
    for (const contender of [...httpContenders, byHandChecked, tankardChecked])
      entrants.push(...(await entrantsOf(folder, contender)));
    const turns = await inTurns(entrants, ROUNDS);
    const floor = turns.filter(({ name }) => name === byHand.name).map(({ nanoseconds }) => nanoseconds);
    return {
      title: 'Answering a request',
      about: `A handler in a process that is warm: \`POST /things7/{id}\` with 83 bytes of JSON, answered with JSON, in apps of 1 to 500 such routes; payload 1.0 of a REST API, 2.0 of an HTTP API, and 2.0 behind its \`$default\` route, where the path has to be matched. The floor is by hand: it looks its route up by what API Gateway says, reads the body and writes the answer, ${(median(floor) / 1000).toFixed(1)} µs. The others are multiples of it with the same routes and payload, those with a check of one with the same check; behind \`$default\` of the floor at 2.0. Each is minified as for Lambda, has given the right answers for the first, the middle and the last route, and is asked for these in turn, each time with an event that nobody has seen yet. Counted is the processor's time: of a process the median of 9 slices of 8 ms, and of ${ROUNDS} rounds, in each of which all take their turn, the median again.`,
      columns: ['routes', ...tasks.map(nameOf)],
      rows: [
        ...httpContenders.map(({ name }) => rowOf(turns, name, byHand.name)),
        rowOf(turns, tankardChecked.name, byHandChecked.name),
      ],
      versions: versionsOf([...PEERS.http, 'zod']),
      runs: turns,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function entrantsOf(folder: string, contender: Contender): Promise<readonly Entrant[]> {
  const { name, byKey } = contender;
  const files = new Map<number, string>();
  for (const routes of SIZES)
    files.set(routes, (await bundled(join(folder, name, String(routes)), contender, routes)).file);
  const able = tasks.filter(({ payload }) => !byKey || payload !== '2.0, $default');
  return able.map((task) => ({
    name,
    task: nameOf(task),
    file: files.get(task.routes) ?? '',
    ...requestsOf(task),
  }));
}

function rowOf(turns: readonly Turn[], name: string, floor: string): readonly string[] {
  return [
    name,
    ...tasks.map((task) => {
      const least = nameOf({ ...task, payload: task.payload === '1.0' ? '1.0' : '2.0' });
      const times = timesAsLong(turns, { name, task: nameOf(task) }, { name: floor, task: least });
      return Number.isNaN(times) ? '–' : times.toFixed(2);
    }),
  ];
}
