import { handler } from '../../packages/cli/src/graph/testing/given.ts';
import type { Account } from '../engines/accounts.ts';
import {
  added,
  both,
  type Change,
  configured,
  handlerWith,
  resourceWith,
  settingsOf,
  triggerWith,
  without,
  withoutResource,
  withSockets,
} from './change.ts';
import { firstApp } from './first-app.ts';
import type { Variant } from './variant.ts';

/** The name of a topic that is there before the tour. */
export const EXISTING_TOPIC = 'old-news';

const bucket = { kind: 'bucket', name: 'pictures' } as const;

/** The trait that AWS knows nothing of. */
export const MOVED = 'a handler in another file';

/** What each app is otherwise than the first one. */
const changesIn = (topicArn: string): Readonly<Record<string, Change>> => ({
  'a handler more': added(handler('extra', { source: 'lambda' })),
  'a handler less': without('compute'),
  'a handler renamed': handlerWith('onNews', { name: 'onLetters' }),
  [MOVED]: handlerWith('work', { place: { file: 'src/work.ts', line: 9 } }),
  'other code': () => ({ code: { compute: 'changed', work: 'changed' } }),
  'no stream': both(without('onClick'), withoutResource('clicks')),
  'other batches of a stream': triggerWith('onClick', { batchSize: 5, batchWindow: 2, retries: 1 }),
  'nowhere for what fails': triggerWith('onOrder', { onFailure: 'drop' }),
  'an existing topic by its name': resourceWith('news', { existing: EXISTING_TOPIC }),
  'an existing topic by its ARN': resourceWith('news', { existing: topicArn }),
  'a filter of a subscription': triggerWith('onNews', { filter: { kind: ['beer'] }, filterScope: 'body' }),
  'a queue without a topic': resourceWith('letters', { from: undefined }),
  'raw messages': resourceWith('letters', { raw: true }),
  'a FIFO queue': resourceWith('jobs', { fifo: true }),
  'no dead letters': resourceWith('jobs', { deadLetter: undefined, visibility: 90 }),
  'bounded pollers': triggerWith('work', { concurrency: 4 }),
  'another bucket': both(resourceWith('uploads', bucket), triggerWith('onUpload', { bucket })),
  'another prefix': triggerWith('onUpload', { prefix: 'images/', suffix: '.png' }),
  'no prefix, other events': triggerWith('onUpload', { prefix: undefined, events: ['s3:ObjectRemoved:*'] }),
  'a rate made a cron': triggerWith('tick', { expression: 'cron(0 6 ? * MON *)' }),
  'a time zone': triggerWith('tick', { expression: 'cron(0 6 * * ? *)', timezone: 'Europe/Berlin' }),
  'a schedule through a rule': triggerWith('tick', { via: 'rule' }),
  'another pattern': triggerWith('onShipped', { pattern: { 'detail-type': ['Shipped'] } }),
  memory: settingsOf('work', { memory: 512 }),
  timeout: settingsOf('work', { timeout: 60 }),
  'a description': settingsOf('tick', { description: 'Looks around' }),
  'reserved concurrency': settingsOf('onNews', { reservedConcurrency: 2 }),
  'an environment key less': settingsOf('compute', { environment: { COLOUR: 'red' } }),
  'no environment': both(settingsOf('compute', {}), () => ({ usages: [] })),
  tracing: configured('api', { tracing: true }),
  'a network': configured('api', { vpc: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } }),
  'log retention and level': configured('api', { logRetention: 7, logLevel: 'ERROR' }),
  'another architecture': configured('api', { architecture: 'x86_64' }),
  'a route more': added(handler('place', { source: 'route', method: 'POST', path: '/orders' })),
  'a route less': without('home'),
  'a function a route': ({ manifest }) => ({ manifest: { ...manifest, routes: 'separate' } }),
  'every path is the app’s': ({ manifest }) => ({ manifest: { ...manifest, notFound: 'app' } }),
  'a REST API': () => ({ config: { api: 'rest' } }),
  'a function URL': () => ({ config: { api: 'function-url' } }),
  WebSockets: withSockets(
    '$request.body.action',
    handler('join', { source: 'websocket', route: '$connect', reply: false }),
    handler('ask', { source: 'websocket', route: 'ask', reply: true }),
  ),
  'other WebSockets': withSockets(
    '$request.body.type',
    handler('ask', { source: 'websocket', route: 'ask', reply: false }),
    handler('hear', { source: 'websocket', route: '$default', reply: false, function: 'hearing' }),
  ),
  'a stream of a REST API': both(triggerWith('home', { stream: true }), () => ({ config: { api: 'rest' } })),
  'a stream of a function URL': both(triggerWith('home', { stream: true }), () => ({
    config: { api: 'function-url' },
  })),
  'no API': without('home', 'order'),
  'another permission': () => ({
    statements: new Map([['compute', [{ actions: ['s3:ListAllMyBuckets'], resources: ['*'], because: [] }]]]),
  }),
  'no permission': () => ({ statements: new Map() }),
  'items that expire': resourceWith('orders', { ttl: 'until' }),
  'an index': resourceWith('orders', {
    indexes: [{ name: 'byCity', partitionKey: { name: 'city', type: 'string' } }],
  }),
  'a permissions boundary': () => ({ config: { permissionsBoundary: 'Boundary' } }),
  'a role path': () => ({ config: { rolePath: '/team/' } }),
  tags: () => ({ config: { tags: { team: 'beer' } } }),
});

/** The apps that differ from the first one, as they are deployed to an account and region. */
export function traitsIn({ id, region }: Pick<Account, 'id' | 'region'>): readonly Variant[] {
  const changes = changesIn(`arn:aws:sns:${region}:${id}:${EXISTING_TOPIC}`);
  return Object.entries(changes).map(([trait, change]) => ({ ...firstApp, ...change(firstApp), trait }));
}
