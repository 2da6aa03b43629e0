import type { App } from '../app.ts';
import type { Problem } from '../errors.ts';
import { loadedFeatures } from '../feature.ts';
import type { HandlerDeclaration, Manifest, ResourceDeclaration, Trigger } from '../manifest/types.ts';
import { checkAuthorizers } from './authorizers.ts';
import { boundFaults } from './bounds.ts';
import { checkClasses } from './classes.ts';
import { checkCors } from './cors.ts';
import { checkEvent } from './events.ts';
import { checkFeatures, scopesOf } from './features.ts';
import { checkMissingHandlers } from './missing-handlers.ts';
import { checkNames } from './names.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkQueue } from './queues.ts';
import { checkResourceNames, resourceProblem } from './resources.ts';
import { checkRoutes } from './route-rules.ts';
import { checkS3 } from './s3.ts';
import { checkSchedule } from './schedules.ts';
import { checkSettings } from './settings.ts';
import { checkSns } from './sns.ts';
import { checkSqs } from './sqs.ts';
import { checkStream } from './streams.ts';
import { checkTable } from './tables.ts';
import { checkWebsocket } from './websocket.ts';

/** Everything that is wrong in what an app declares. */
export function checkApp(app: App, manifest: Manifest): Problem[] {
  const scopes = scopesOf(app.state);
  return [
    ...checkPlaceholders(manifest),
    ...checkNames(manifest),
    ...checkMissingHandlers(scopes.flatMap(({ awaiting }) => [...awaiting])),
    ...checkClasses(scopes.flatMap(({ noted }) => [...noted.values()])),
    ...checkFeatures(app.state, loadedFeatures),
    ...checkResourceNames(manifest),
    ...manifest.resources.flatMap((resource) => checkResource(resource, manifest)),
    ...manifest.handlers.flatMap(checkSettings),
    ...checkRoutes(of(manifest, 'route')),
    ...checkWebsocket(app, manifest, of(manifest, 'websocket')),
    ...checkAuthorizers(app, manifest),
    ...checkCors(manifest, of(manifest, 'route')),
    ...of(manifest, 'schedule').flatMap(checkSchedule),
    ...of(manifest, 'event').flatMap(checkEvent),
    ...checkS3(of(manifest, 's3')),
    ...of(manifest, 'sns').flatMap(checkSns),
    ...of(manifest, 'sqs').flatMap((handler) => checkSqs(handler, manifest)),
    ...of(manifest, 'dynamodb').flatMap(checkStream),
    ...of(manifest, 'kinesis').flatMap(checkStream),
  ];
}

type OfSource<S extends Trigger['source']> = HandlerDeclaration<Extract<Trigger, { source: S }>>;

function of<S extends Trigger['source']>({ handlers }: Manifest, source: S): OfSource<S>[] {
  return handlers.filter((handler): handler is OfSource<S> => handler.trigger.source === source);
}

function checkResource(resource: ResourceDeclaration, manifest: Manifest): Problem[] {
  if (resource.kind === 'table') return checkTable(resource);
  if (resource.kind === 'queue') return checkQueue(resource, manifest);
  if (resource.kind !== 'stream') return [];
  const shards = boundFaults([{ option: 'shards', value: resource.shards, least: 1, most: 10_000 }]);
  return shards.map(({ fault, remedy }) => resourceProblem(resource, 'RESOURCE_BOUNDS', `${fault}.`, remedy));
}
