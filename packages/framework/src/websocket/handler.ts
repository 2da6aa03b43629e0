import type { LambdaContext, LambdaFunction } from '../context.ts';
import { textOf } from '../http/body.ts';
import { errorAnswer } from '../http/error-answer.ts';
import { isHttpError } from '../http/errors.ts';
import { type ProxyResult, resultOf } from '../http/result.ts';
import type { Logger } from '../log.ts';
import type { UserHandler } from '../registration.ts';
import type { Schema } from '../schema.ts';
import { ConnectEvent } from './connect-event.ts';
import { Connection, type Connections, messageOf } from './connection.ts';
import { ConnectionGoneError } from './connection-gone-error.ts';
import { DisconnectEvent } from './disconnect-event.ts';
import { looseMessage, validMessage } from './message-body.ts';
import { messageError } from './message-error.ts';
import type { RawWebsocketEvent } from './raw-event.ts';
import { WebsocketMessage } from './websocket-message.ts';

/** A WebSocket route as its function serves it. */
export interface SocketEntry {
  readonly route: string;
  readonly handler: UserHandler;
  readonly message?: Schema | undefined;
  readonly reply?: boolean | undefined;
}

/** What the routes take from the app. */
export interface SocketHooks {
  readonly log: Pick<Logger, 'error'>;
  /** Those of API Gateway without. */
  connections(): Connections | undefined;
}

/** What API Gateway takes as the answer to an event of a connection; a body goes to the client where the route has a route response. */
export type SocketResult = Pick<ProxyResult, 'statusCode'> & Partial<ProxyResult>;

/** Makes a Lambda handler of WebSocket routes. API Gateway has chosen the route of each event. */
export function socketHandler(entries: readonly SocketEntry[], hooks: SocketHooks): LambdaFunction {
  const routes = new Map(entries.map((entry) => [entry.route, entry]));
  return async (raw, context): Promise<SocketResult> => {
    const event = raw as RawWebsocketEvent;
    const { routeKey, connectionId } = event.requestContext;
    const entry = routes.get(routeKey);
    if (!entry) throw new Error(`This function serves no WebSocket route '${routeKey}'.`);
    const connection = new Connection(connectionId, hooks.connections());
    if (routeKey === '$connect') return connect(entry, new ConnectEvent(event, context, connection), hooks);
    if (routeKey !== '$disconnect') return receive(entry, event, context, connection, hooks);
    await entry.handler(new DisconnectEvent(event, context, connection));
    return { statusCode: 200 };
  };
}

/** Anything but 2xx refuses the connection. What is thrown and is no HTTP error makes API Gateway answer 500. */
async function connect(
  { handler }: SocketEntry,
  event: ConnectEvent,
  { log }: SocketHooks,
): Promise<SocketResult> {
  try {
    const answer = await handler(event);
    return answer === undefined || answer === null ? { statusCode: 200 } : await resultOf(answer, false);
  } catch (error) {
    if (!isHttpError(error)) throw error;
    if (error.statusCode >= 500) log.error('A connection was refused.', error);
    return resultOf(errorAnswer(error), false);
  }
}

async function receive(
  entry: SocketEntry,
  event: RawWebsocketEvent,
  context: LambdaContext,
  connection: Connection,
  hooks: SocketHooks,
): Promise<SocketResult> {
  try {
    const text = textOf(event);
    const body = entry.message ? await validMessage(entry.message, text) : looseMessage(text);
    const answer = await entry.handler(new WebsocketMessage(event, context, connection, body));
    return entry.reply && answer !== undefined ? replied(200, answer) : { statusCode: 200 };
  } catch (error) {
    return refuse(error, entry, connection, hooks);
  }
}

/** Tells the sender what is wrong with its message, over the route's response where it has one. */
async function refuse(
  error: unknown,
  { message, reply }: SocketEntry,
  connection: Connection,
  { log }: SocketHooks,
): Promise<SocketResult> {
  const told = message || reply ? messageError(error) : undefined;
  if (!told) throw error;
  if (told.status >= 500) log.error('A message failed.', error as Error);
  if (reply) return replied(told.status, told.body);
  try {
    await connection.send(told.body);
  } catch (failed) {
    if (!(failed instanceof ConnectionGoneError)) throw failed;
  }
  return { statusCode: told.status };
}

function replied(statusCode: number, answer: unknown): SocketResult {
  const body = messageOf(answer);
  if (typeof body === 'string') return { statusCode, body };
  throw new TypeError('A reply is text or JSON: API Gateway sends bytes by connection.send alone.');
}
