import { type BenchResult, median } from '../result.ts';
import type { Contender } from './contender.ts';
import { contenders, floor } from './contenders.ts';
import { start } from './running.ts';
import { savedToAnswer } from './saved.ts';
import { throughput } from './throughput.ts';

const ROUNDS = 3;

/** One contender in one round. */
interface Run {
  readonly what: string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly ready: number;
  /** Requests a second. */
  readonly oneConnection: number;
  readonly tenConnections: number;
  /** Milliseconds from a save to the new answer; nothing where none came. */
  readonly saved: number | null;
}

/** Runs one app under several local servers. */
export async function bench(): Promise<BenchResult> {
  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const contender of contenders) runs.push(await runOf(contender));
  return {
    title: 'Serving an app locally',
    about: `An app with one function behind \`GET /hello/{name}\`, which answers JSON, written for each local server (\`bench/local/apps\`); first Node's own HTTP server with that route and nothing of Lambda. In brackets: how many times as long as there it takes. Whoever is measured runs alone, on a new copy of its app, and has first given the answer that all give. "Ready" is from the start of the process to its first answer. serverless-offline runs handlers in a thread, and sees a change only with \`--reloadHandler\`, which loads the handler anew for each request; Tankard gives each function processes of its own, as Lambda does. Requests come over connections that are kept, each with the next request when it has its answer, for 2 seconds after 3 of warming up. "Saved" is from writing the file of the handler to the first answer that shows it. Median of ${ROUNDS} rounds, in each of which all take their turn.`,
    columns: ['', 'ready', 'requests a second, 1 connection', '10 connections', 'saved to new answer'],
    rows: contenders.map(({ name }) => [
      name,
      cell(name, 'ready', (value) => `${(value / 1000).toFixed(2)} s`),
      cell(name, 'oneConnection', short),
      cell(name, 'tenConnections', short),
      cell(name, 'saved', (value) => `${Math.round(value)} ms`),
    ]),
    // Those of the others are in their names.
    versions: {},
    runs,
  };

  function cell(name: string, key: Exclude<keyof Run, 'what'>, form: (value: number) => string): string {
    const of = (what: string) =>
      median(runs.filter((run) => run.what === what).map((run) => run[key] ?? Number.POSITIVE_INFINITY));
    const [value, least] = [of(name), of(floor.name)];
    if (value === Number.POSITIVE_INFINITY) return 'none in 10 s';
    const isRate = key === 'oneConnection' || key === 'tenConnections';
    return `${form(value)} (${short(isRate ? least / value : value / least)} ×)`;
  }
}

const short = (value: number) => (value < 100 ? value.toPrecision(2) : String(Math.round(value)));

async function runOf(contender: Contender): Promise<Run> {
  const running = await start(contender);
  try {
    const oneConnection = await throughput(running.port, 1);
    const tenConnections = await throughput(running.port, 10);
    const saved = median(await savedToAnswer(running));
    const run = {
      what: contender.name,
      ready: running.ready,
      oneConnection,
      tenConnections,
      saved: Number.isFinite(saved) ? saved : null,
    };
    console.log(JSON.stringify(run));
    return run;
  } finally {
    await running.stop();
  }
}
