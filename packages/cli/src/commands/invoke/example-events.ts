import type {
  HandlerDeclaration,
  KeyAttribute,
  Manifest,
  ResourceDeclaration,
  ResourceRef,
  RouteTrigger,
} from '@tankard/framework/manifest';
import {
  authorizerEvent,
  busEvent,
  dynamodbEvent,
  type HttpPayload,
  httpEvent,
  kinesisEvent,
  s3Event,
  scheduledEvent,
  snsEvent,
  sqsEvent,
  websocketEvent,
} from '@tankard/framework/testing';

/** Events of the shapes in which a function's sources deliver them, by the name to ask for them. */
export type ExampleEvents = ReadonlyMap<string, () => unknown>;

/** What decides what an event looks like beside its source. */
export interface ExampleSettings {
  readonly resources: Manifest['resources'];
  /** Of the target that serves the routes. */
  readonly payload: HttpPayload;
}

/** The examples that fit a function. One that takes no events has one with nothing in it. */
export function exampleEvents(
  handlers: readonly HandlerDeclaration[],
  settings: ExampleSettings,
): ExampleEvents {
  return new Map(handlers.flatMap(({ trigger }) => Object.entries(examplesOf(trigger, settings))));
}

type Examples = Readonly<Record<string, () => unknown>>;

function examplesOf(
  trigger: HandlerDeclaration['trigger'],
  { resources, payload }: ExampleSettings,
): Examples {
  switch (trigger.source) {
    case 'route':
      return { [`${trigger.method} ${trigger.path}`]: () => requestFor(trigger, payload) };
    case 'websocket': {
      const { route } = trigger;
      return { [route]: () => websocketEvent(route, { message: 'example' }) };
    }
    case 'schedule':
      return { schedule: () => scheduledEvent() };
    case 'event':
      return { event: () => busEvent({}) };
    case 's3':
      return {
        put: () => s3Event('example.txt', {}, trigger.bucket.name),
        remove: () => s3Event('example.txt', { eventName: 'ObjectRemoved:Delete' }, trigger.bucket.name),
      };
    case 'sns':
      return { message: () => snsEvent('example') };
    case 'sqs':
      return messagesOf(find(resources, trigger.queue));
    case 'dynamodb':
      return changesOf(find(resources, trigger.table));
    case 'kinesis':
      return {
        record: () => kinesisEvent([{ data: 'example' }]),
        batch: () => kinesisEvent(SEVERAL.map((data) => ({ data }))),
      };
    case 'authorizer':
      return {
        request: () =>
          authorizerEvent('GET', '/example', { payload, headers: { authorization: 'Bearer example' } }),
      };
    case 'lambda':
      return { empty: () => ({}) };
  }
}

const SEVERAL = ['one', 'two', 'three'] as const;

function find<K extends ResourceDeclaration['kind']>(
  resources: Manifest['resources'],
  { kind, name }: ResourceRef<K>,
) {
  return resources.find(
    (one): one is Extract<ResourceDeclaration, { kind: K }> => one.kind === kind && one.name === name,
  );
}

function requestFor({ method, path }: RouteTrigger, payload: HttpPayload): unknown {
  const params = Object.fromEntries(
    [...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => [name, 'example']),
  );
  const verb = method === 'ANY' ? 'GET' : method;
  const json = ['POST', 'PUT', 'PATCH'].includes(verb) ? {} : undefined;
  return httpEvent(
    verb,
    path.replaceAll(/\{\w+\+?\}/g, 'example'),
    { json, payload },
    { method, path, params },
  );
}

function messagesOf(queue: Extract<ResourceDeclaration, { kind: 'queue' }> | undefined): Examples {
  const arn = `arn:aws:sqs:us-east-1:000000000000:example${queue?.fifo ? '.fifo' : ''}`;
  return {
    message: () => sqsEvent([{ body: 'example' }], arn),
    batch: () =>
      sqsEvent(
        SEVERAL.map((body) => ({ body })),
        arn,
      ),
  };
}

function changesOf(table: Extract<ResourceDeclaration, { kind: 'table' }> | undefined): Examples {
  const keys = [table?.partitionKey ?? { name: 'id', type: 'string' as const }, table?.sortKey].filter(
    (key) => key !== undefined,
  );
  const old = Object.fromEntries(keys.map((key) => [key.name, keyExample(key)]));
  const fresh = { ...old, changed: true };
  const origin = { keys: keys.map(({ name }) => name) };
  return {
    insert: () => dynamodbEvent([{ newImage: fresh }], origin),
    modify: () => dynamodbEvent([{ oldImage: old, newImage: fresh }], origin),
    remove: () => dynamodbEvent([{ oldImage: old }], origin),
    expired: () => dynamodbEvent([{ oldImage: old, expired: true }], origin),
  };
}

function keyExample({ type }: KeyAttribute): string | number | Uint8Array {
  if (type === 'number') return 1;
  return type === 'binary' ? Buffer.from('example') : 'example';
}
