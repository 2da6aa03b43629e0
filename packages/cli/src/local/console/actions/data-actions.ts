import type { ResourceKind } from '@tankard/framework/manifest';
import { readObject, readObjects } from '../data/buckets.ts';
import { readStream } from '../data/streams.ts';
import { readItems } from '../data/tables.ts';
import { readTopic } from '../data/topics.ts';
import type { ShownResource } from '../shown.ts';
import { shownResources } from '../shown-resources.ts';
import type { ConsoleSources } from '../sources.ts';
import type { Action } from './actions.ts';
import { found } from './refused.ts';

/** What tables, buckets, topics and streams hold. */
export const dataActions = {
  'GET tables': async (sources, { name, query }) =>
    readItems(sources, resourceOf(sources, 'table', name), query.get('after')),
  'GET buckets': async (sources, { name, query }) =>
    readObjects(sources, resourceOf(sources, 'bucket', name), query.get('after')),
  'GET buckets object': async (sources, { name, query }) =>
    readObject(sources, resourceOf(sources, 'bucket', name), query.get('key') ?? ''),
  'GET topics': async (sources, { name }) => readTopic(sources, resourceOf(sources, 'topic', name)),
  'GET streams': async (sources, { name }) => readStream(sources, resourceOf(sources, 'stream', name)),
} satisfies Readonly<Record<string, Action>>;

/** @throws Refused 404 */
export function resourceOf({ app }: ConsoleSources, kind: ResourceKind, name: string): ShownResource {
  const resources = shownResources(found(app.latest(), 'app'));
  return found(
    resources.find((one) => one.kind === kind && one.name === name),
    `${kind} ${name}`,
  );
}
