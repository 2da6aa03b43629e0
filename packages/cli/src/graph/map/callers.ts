import type { HandlerDeclaration, JsonObject, Manifest, ResourceRef } from '@tankard/framework/manifest';
import { splitAtPlaceholders } from '@tankard/framework/rules';
import type { FunctionSpec } from '../../build/functions.ts';
import { type Box, resourceBox } from './box.ts';

/** What calls a function, and by which of its events. */
export interface Caller {
  readonly box: Box;
  readonly text?: string | undefined;
}

const API: Box = { id: 'api', kind: 'api', text: 'API' };
export const SOCKETS: Box = { id: 'websocket', kind: 'api', text: 'WebSocket API' };

/** The sources of one function. All its routes are one arrow from their API. */
export function callersOf({ handlers }: FunctionSpec, manifest: Manifest): readonly Caller[] {
  const routes = handlers.flatMap(({ trigger }) =>
    trigger.source === 'route' ? [`${trigger.method} ${trigger.path}`] : [],
  );
  const sockets = handlers.flatMap(({ trigger }) => (trigger.source === 'websocket' ? [trigger.route] : []));
  return [
    ...(routes.length > 0 ? [{ box: API, text: routes.join('\n') }] : []),
    ...(sockets.length > 0 ? [{ box: SOCKETS, text: sockets.join('\n') }] : []),
    ...handlers.flatMap((handler) => callerOf(handler, manifest)),
  ];
}

function callerOf({ name, trigger }: HandlerDeclaration, manifest: Manifest): readonly Caller[] {
  switch (trigger.source) {
    case 'schedule': {
      const text = trigger.timezone ? `${trigger.expression} ${trigger.timezone}` : trigger.expression;
      return [{ box: { id: `schedule:${name}`, kind: 'schedule', text } }];
    }
    case 'event':
      return [{ box: { id: `event:${name}`, kind: 'event', text: patternText(trigger.pattern) } }];
    case 's3': {
      const keys = `${trigger.prefix ?? ''}*${trigger.suffix ?? ''}`;
      return [caller(trigger.bucket, [...trigger.events, ...(keys === '*' ? [] : [keys])].join('\n'))];
    }
    case 'sns':
      return [caller(trigger.topic)];
    case 'sqs':
      return [caller(trigger.queue)];
    case 'dynamodb':
      return [caller(trigger.table, trigger.events?.join('\n'))];
    case 'kinesis':
      return [caller(trigger.stream)];
    case 'authorizer':
      return askedBy(name, manifest).map((box) => ({ box, text: 'authorizer' }));
    default:
      return [];
  }
}

/** The APIs whose routes name an authorizer. */
function askedBy(authorizer: string, { handlers }: Manifest): readonly Box[] {
  const isAsked = (source: 'route' | 'websocket') =>
    handlers.some(({ trigger }) => trigger.source === source && trigger.authorizer === authorizer);
  return [...(isAsked('route') ? [API] : []), ...(isAsked('websocket') ? [SOCKETS] : [])];
}

function caller(resource: ResourceRef, text?: string): Caller {
  return { box: resourceBox(resource), text };
}

/** Short enough for a box, with resources by their own names; quotation marks would only be noise. */
function patternText(pattern: JsonObject): string {
  const pieces = splitAtPlaceholders(JSON.stringify(pattern).replaceAll('"', ''));
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
