import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { type Bundled, bundled } from '../handlers/bundled.ts';
import type { Contender } from '../handlers/contender.ts';
import { byHandWithClient, httpContenders, tankardWithClient } from '../handlers/http-contenders.ts';
import { httpEvent } from '../handlers/http-event.ts';
import { PEERS, versionsOf } from '../handlers/versions.ts';
import { type BenchResult, median } from '../result.ts';
import { type Start, startOnce } from './start-once.ts';

const ROUNDS = 21;
const ROUTES = 20;

interface Entrant {
  readonly contender: Contender;
  /** Options of esbuild that differ from the command's. */
  readonly others?: BuildOptions;
}

const inside: BuildOptions = { external: [] };
const byDefaults: Contender = {
  ...byHandWithClient,
  name: `${byHandWithClient.name}, esbuild's main fields`,
};
const entrants: readonly Entrant[] = [
  ...httpContenders.map((contender) => ({ contender })),
  { contender: byHandWithClient, others: inside },
  { contender: byDefaults, others: { ...inside, mainFields: ['main', 'module'] } },
  { contender: tankardWithClient },
];

interface Run extends Start {
  readonly name: string;
}

/** Imports handlers in new processes and asks each once. */
export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-cold-'));
  try {
    const event = join(folder, 'event.json');
    writeFileSync(event, JSON.stringify(httpEvent(0, '2.0')));
    const made = new Map<string, Bundled>();
    for (const { contender, others } of entrants)
      made.set(contender.name, await bundled(join(folder, String(made.size)), contender, ROUTES, others));
    const runs: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, { file }] of made) runs.push({ name, ...(await startOnce(file, event)) });
    const of = (name: string, key: keyof Start) =>
      median(runs.filter((run) => run.name === name).map((run) => run[key]));
    const cell = (name: string, key: keyof Start) => {
      const times = (of(name, key) / of(byHandWithClient.name, key)).toFixed(2);
      return `${of(name, key).toFixed(1)} ms${name.includes('client') ? ` (${times} ×)` : ''}`;
    };
    return {
      title: 'Starting a function',
      about: `A new process of Node, which has started already, imports a handler with ${ROUTES} routes and answers its first request (payload 2.0); what it takes is what a bare Node does not. Each is one minified CommonJS file and has given the right answer; Tankard's client lies in a second. With the client of DynamoDB, it and a command are made and nothing is sent; in brackets: as multiples of the one by hand whose packages' ES modules are bundled, as Tankard does it, and not the CommonJS that is esbuild's default for Node. "Zip" is everything that is uploaded. Median of ${ROUNDS} rounds, in each of which all take their turn.`,
      columns: ['', 'time', 'CPU', 'zip'],
      rows: [...made].map(([name, { zipBytes }]) => [
        name,
        cell(name, 'wall'),
        cell(name, 'cpu'),
        `${(zipBytes / 1000).toFixed(1)} kB`,
      ]),
      versions: versionsOf([...PEERS.http, '@aws-sdk/client-dynamodb']),
      runs,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
