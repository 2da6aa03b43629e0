import type { LocalApp } from '../../session/local-app.ts';
import type { ShownCounts, ShownResource } from '../shown.ts';
import { stateOf } from '../shown-invocation.ts';
import { shownResources } from '../shown-resources.ts';
import type { ConsoleSources } from '../sources.ts';
import { countObjects } from './buckets.ts';
import { countMessages } from './queues.ts';
import { countItems } from './tables.ts';

/** What stands at each box of the map: runs, items, objects, messages, mails. */
export async function countsOf(app: LocalApp, sources: ConsoleSources): Promise<ShownCounts> {
  const resources = await Promise.all(
    shownResources(app).map(async (one) => {
      const count = await countOf(one, sources);
      return count ? [[`${one.kind}:${one.name}`, count] as const] : [];
    }),
  );
  const mails = (await sources.mails()).length;
  return Object.fromEntries([
    ...runCounts(sources),
    ...resources.flat(),
    ['mail', { text: counted(String(mails), 'mail') }],
  ]);
}

function runCounts({ app }: ConsoleSources): readonly (readonly [string, ShownCounts[string]])[] {
  const byFunction = Map.groupBy(app.record.all(), ({ function: name }) => name);
  return [...byFunction].map(([name, runs]) => {
    const failed = runs.filter(({ outcome }) => /failed/.test(stateOf(outcome))).length;
    const text = counted(String(runs.length), 'run') + (failed > 0 ? `, ${failed} failed` : '');
    return [`function:${name}`, { text, bad: failed > 0 }];
  });
}

/** Nothing where it can't be counted, as what another engine has lost. */
async function countOf(
  resource: ShownResource,
  sources: ConsoleSources,
): Promise<ShownCounts[string] | undefined> {
  try {
    if (resource.kind === 'table') return { text: counted(await countItems(sources, resource), 'item') };
    if (resource.kind === 'bucket') return { text: counted(await countObjects(sources, resource), 'object') };
    if (resource.kind !== 'queue') return undefined;
    const { waiting, inFlight, delayed } = await countMessages(sources, resource);
    const all = waiting + inFlight + delayed;
    const isBad = all > 0 && (resource.failuresOf ?? resource.deadLettersOf) !== undefined;
    return { text: counted(String(all), 'message'), bad: isBad };
  } catch {
    return undefined;
  }
}

const counted = (count: string, what: string) => `${count} ${what}${count === '1' ? '' : 's'}`;
