import type { LocalApp } from '../../session/local-app.ts';
import type { ShownCounts, ShownResource } from '../shown.ts';
import { stateOf } from '../shown-invocation.ts';
import { shownResources } from '../shown-resources.ts';
import type { ConsoleSources } from '../sources.ts';
import { countObjects } from './buckets.ts';
import { countMessages } from './queues.ts';
import { countItems } from './tables.ts';

/** What stands at each box of the map: runs, items, objects, messages, mails; with a queue and a function also what they could not handle. */
export async function countsOf(app: LocalApp, sources: ConsoleSources): Promise<ShownCounts> {
  const resources = shownResources(app);
  const sizes = new Map<string, string>();
  await Promise.all(
    resources.map(async (one) => {
      const size = await sizeOf(one, sources);
      if (size !== undefined) sizes.set(`${one.kind}:${one.name}`, size);
    }),
  );
  const failedIn = (of: 'deadLettersOf' | 'failuresOf', name: string) => {
    const queue = resources.find((one) => one[of] === name);
    const size = queue && sizes.get(`queue:${queue.name}`);
    return size === undefined || size === '0' ? undefined : size;
  };
  const shown = resources.flatMap(({ kind, name, deadLettersOf, failuresOf }) => {
    const size = sizes.get(`${kind}:${name}`);
    if (size === undefined) return [];
    const dead = failedIn('deadLettersOf', name);
    const isBad = dead !== undefined || (size !== '0' && (deadLettersOf ?? failuresOf) !== undefined);
    const text = counted(size, NOUNS[kind] ?? kind) + (dead === undefined ? '' : `, ${dead} dead`);
    return [[`${kind}:${name}`, { text, bad: isBad }] as const];
  });
  return Object.fromEntries([
    ...runCounts(sources, (name) => failedIn('failuresOf', name)),
    ...shown,
    ['mail', { text: counted(String((await sources.mails()).length), 'mail') }],
  ]);
}

const NOUNS: Readonly<Partial<Record<ShownResource['kind'], string>>> = {
  table: 'item',
  bucket: 'object',
  queue: 'message',
};

function runCounts(
  { app }: ConsoleSources,
  gaveUp: (name: string) => string | undefined,
): readonly (readonly [string, ShownCounts[string]])[] {
  const byFunction = Map.groupBy(app.record.all(), ({ function: name }) => name);
  return [...byFunction].map(([name, runs]) => {
    const failed = runs.filter(({ outcome }) => /failed/.test(stateOf(outcome))).length;
    const given = gaveUp(name);
    const parts = [
      counted(String(runs.length), 'run'),
      failed > 0 && `${failed} failed`,
      given && `${given} given up`,
    ];
    return [`function:${name}`, { text: parts.filter(Boolean).join(', '), bad: failed > 0 }];
  });
}

/** How much is in it; nothing where it can't be counted, as what another engine has lost. */
async function sizeOf(resource: ShownResource, sources: ConsoleSources): Promise<string | undefined> {
  try {
    if (resource.kind === 'table') return await countItems(sources, resource);
    if (resource.kind === 'bucket') return await countObjects(sources, resource);
    if (resource.kind !== 'queue') return undefined;
    const { waiting, inFlight, delayed } = await countMessages(sources, resource);
    return String(waiting + inFlight + delayed);
  } catch {
    return undefined;
  }
}

const counted = (count: string, what: string) => `${count} ${what}${count === '1' ? '' : 's'}`;
