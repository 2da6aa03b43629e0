import type { AppOptions } from '../app.ts';
import type { Authorizer } from '../auth/authorizer.ts';
import type { AppAuth } from '../auth/found.ts';
import type { LambdaFunction } from '../context.ts';
import type { Reply } from '../http/reply.ts';
import { jsonSchema } from '../manifest/json-schema.ts';
import type { WebsocketTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { Schema } from '../schema.ts';
import type { Host } from '../scope.ts';
import type { ConnectEvent } from '../websocket/connect-event.ts';
import type { DisconnectEvent } from '../websocket/disconnect-event.ts';
import { socketHandler } from '../websocket/handler.ts';
import type { WebsocketMessage } from '../websocket/websocket-message.ts';
import type { DeclarationOf } from './declaration.ts';
import type { HandlerOptions } from './handler-options.ts';

interface SocketOptions extends HandlerOptions {
  /** The function that serves the route, shared with the WebSocket routes that name the same one. */
  readonly function?: string | undefined;
}

/** What the handler of `$connect` may say. */
export interface ConnectOptions<Auth = AppAuth> extends SocketOptions {
  /** Decides who may connect: `app.authorizer`, `lambdaAuthorizer` or `iamAuthorizer`; default the app's. `'none'`: everybody may. */
  readonly authorizer?: Authorizer<Auth> | 'none' | undefined;
}

/** What the handler of `$disconnect` may say. */
export interface DisconnectOptions extends SocketOptions {}

interface MessageOptions<Body> extends SocketOptions {
  /**
   * What a message must be: it is read as JSON and validated, the key that chose the route included. The sender of one that does not
   * fit is told so, and the handler does not run.
   */
  readonly message?: Schema<Body> | undefined;
}

/** What the handler of a message may say. */
export interface OneWayOptions<Body = unknown> extends MessageOptions<Body> {
  /** What the handler returns goes back to the sender. */
  readonly reply?: false | undefined;
}

/** What the handler of a message may say that is answered. */
export interface TwoWayOptions<Body = unknown> extends MessageOptions<Body> {
  /** What the handler returns goes back to the sender: text as it is, anything else as JSON, undefined not at all. */
  readonly reply: true;
}

/** What any handler of a WebSocket route may say. */
export interface WebsocketOptions extends SocketOptions {
  readonly authorizer?: unknown;
  readonly message?: Schema | undefined;
  readonly reply?: boolean | undefined;
}

/** `$default`, or the text that a message holds where the app's `routeKey` looks. */
export type MessageRoute<Route extends string = string> = Route extends `$${string}` ? '$default' : Route;

type OwnRoute = '$connect' | '$disconnect';

// biome-ignore lint/suspicious/noConfusingVoidType: what a function without a return statement gives
type Nothing = void | undefined;
/** A `reply` of 4xx refuses the connection; nothing, or one of 200, takes it. */
type Taken = Nothing | Reply | Response;
type OrPromise<Value> = Value | Promise<Value>;

/** What the handler of a route gets, where it says nothing more of it. */
type EventOf<Route> = Route extends '$connect'
  ? ConnectEvent
  : Route extends '$disconnect'
    ? DisconnectEvent
    : WebsocketMessage;

type AnswerOf<Route> = Route extends '$connect' ? Taken : Nothing;

// The compiler tells of the last one what is wrong: each number of arguments ends with the most usual.
export interface OnWebsocket {
  <Auth = AppAuth>(
    route: '$connect',
    options?: ConnectOptions<Auth>,
  ): Registrar<[ConnectEvent<NoInfer<Auth>>], OrPromise<Taken>>;
  (route: '$disconnect', options?: DisconnectOptions): Registrar<[DisconnectEvent], OrPromise<Nothing>>;
  <const Route extends string, Body = unknown>(
    route: MessageRoute<Route>,
    options: TwoWayOptions<Body>,
  ): Registrar<[WebsocketMessage<NoInfer<Body>>]>;
  <const Route extends string, Body = unknown>(
    route: MessageRoute<Route>,
    options?: OneWayOptions<Body>,
  ): Registrar<[WebsocketMessage<NoInfer<Body>>], OrPromise<Nothing>>;
  <Out extends OrPromise<Taken>, Auth = AppAuth>(
    route: '$connect',
    options: ConnectOptions<Auth>,
    handler: (event: ConnectEvent<NoInfer<Auth>>) => Out,
  ): Handler<[ConnectEvent<Auth>], Out>;
  <Out extends OrPromise<Nothing>>(
    route: '$disconnect',
    options: DisconnectOptions,
    handler: (event: DisconnectEvent) => Out,
  ): Handler<[DisconnectEvent], Out>;
  <const Route extends string, Out, Body = unknown>(
    route: MessageRoute<Route>,
    options: TwoWayOptions<Body>,
    handler: (message: WebsocketMessage<NoInfer<Body>>) => Out,
  ): Handler<[WebsocketMessage<Body>], Out>;
  <const Route extends string, Out extends OrPromise<Nothing>, Body = unknown>(
    route: MessageRoute<Route>,
    options: OneWayOptions<Body>,
    handler: (message: WebsocketMessage<NoInfer<Body>>) => Out,
  ): Handler<[WebsocketMessage<Body>], Out>;
  <const Route extends string, Out extends OrPromise<AnswerOf<Route>>>(
    route: Route & (OwnRoute | MessageRoute<Route>),
    handler: (event: EventOf<Route>) => Out,
  ): Handler<[EventOf<Route>], Out>;
}

interface ServedRoute {
  readonly declaration: DeclarationOf<'websocket'>;
}

/**
 * One Lambda function for all the WebSocket routes that it serves.
 *
 * @param handlerOf a route's handler with its middleware around it
 */
export function websocketAdapter<R extends ServedRoute>(
  routes: readonly R[],
  handlerOf: (route: R) => UserHandler,
  { log, state }: Host,
): LambdaFunction {
  const entries = routes.map((route) => {
    const { target, options } = route.declaration;
    return { route: target, handler: handlerOf(route), message: options.message, reply: options.reply };
  });
  return socketHandler(entries, { log, connections: () => state.connections });
}

/** @param authorizer the name of the route's authorizer in the manifest */
export function websocketTrigger(
  { target, options }: DeclarationOf<'websocket'>,
  authorizer: string | undefined,
): WebsocketTrigger {
  return {
    source: 'websocket',
    route: target,
    function: options.function,
    authorizer,
    message: options.message && jsonSchema(options.message, 'input'),
    reply: options.reply ?? false,
  };
}

/** What of a message names its route, as API Gateway is told it. */
export function selectionOf({ websocket }: AppOptions): string {
  return `$request.body.${websocket?.routeKey ?? 'action'}`;
}
