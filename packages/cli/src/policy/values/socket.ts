import type { Node } from 'oxc-parser';
import { declaringCall } from '../../build/source/calls.ts';
import type { CodeFile } from '../code/code-file.ts';
import type { UrlRef } from '../usage.ts';
import type { Evaluation } from './evaluation.ts';
import { type Fact, type Facts, only } from './fact.ts';
import type { AnyFunction } from './returned.ts';

/** The app's WebSocket API. */
export const SOCKET_URL: UrlRef = { kind: 'url', name: 'websocket' };

/** What may be done with a connection, each by a call of API Gateway's management API. */
export const connectionMethods = ['send', 'close', 'info'] as const;

/** What is known of a client of the WebSocket API. */
export const connection: Facts = only({ is: 'connection' });

const event: Facts = only({ is: 'instance', package: '@tankard/framework', name: 'SocketEvent' });

const isOurs = (fact: Fact, names: RegExp): boolean =>
  'package' in fact && 'name' in fact && fact.package === '@tankard/framework' && names.test(fact.name);

/** A member of a value of the framework, as far as connections go; undefined for any other. */
export function socketMember(fact: Fact, name: string): Facts | undefined {
  if (fact.is === 'connection' || isOurs(fact, /^Connection$/)) return attribute(name);
  if (name === 'connection' && isOurs(fact, /^(SocketEvent|ConnectEvent|DisconnectEvent|WebsocketMessage)$/))
    return connection;
  return name === 'websocketUrl' && isOurs(fact, /^App$/) ? attribute('url') : undefined;
}

const attribute = (name: string): Facts => only({ is: 'attribute', resource: SOCKET_URL, attribute: name });

/** Whether calling something gives a connection: `app.connection(id)`, also of a feature. */
export function opensConnection(fact: Fact): boolean {
  return fact.is === 'method' && fact.method === 'connection' && isOurs(fact, /^(App|Feature)$/);
}

/** What the framework hands to a function in `app.websocket('send', (message) => …)`, in `app.websocket('send')(…)` and in middleware. */
export function handedByFramework(
  evaluation: Evaluation,
  file: CodeFile,
  node: AnyFunction,
): Facts | undefined {
  const call = file.parentOf(node);
  if (call?.type !== 'CallExpression' || call.callee === node) return undefined;
  const declares = call.callee.type === 'CallExpression' ? call.callee : call;
  return isOfSockets(evaluation, file, declares) ? event : undefined;
}

function isOfSockets(evaluation: Evaluation, file: CodeFile, call: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false;
  const declaring = declaringCall(call);
  const { object, property } = call.callee;
  const [first] = call.arguments;
  const isMiddleware = property.type === 'Identifier' && property.name === 'middleware';
  const isMeant = isMiddleware
    ? first?.type === 'Literal' && first.value === 'websocket'
    : declaring?.method === 'websocket';
  if (!isMeant) return false;
  const { known, open } = evaluation.of(file, object);
  return open || known.some((fact) => isOurs(fact, /^(App|Feature)$/));
}
