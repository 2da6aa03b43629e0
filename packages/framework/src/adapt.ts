import type { LambdaFunction } from './context.ts';
import { type HttpHooks, httpHandler } from './http/handler.ts';
import { leftOut } from './left-out.ts';
import type { Logger } from './log.ts';
import { around, type NotedMiddleware } from './middleware.ts';
import type { Registration, UserHandler } from './registration.ts';
import type { Host } from './scope.ts';
import { authorizerAdapter } from './sources/authorizer.ts';
import type { DeclarationOf, SourceName } from './sources/declaration.ts';
import { dynamoDBAdapter } from './sources/dynamodb.ts';
import { eventAdapter } from './sources/event.ts';
import { kinesisAdapter } from './sources/kinesis.ts';
import { lambdaAdapter } from './sources/lambda.ts';
import { s3Adapter } from './sources/s3.ts';
import { scheduleAdapter } from './sources/schedule.ts';
import { snsAdapter } from './sources/sns.ts';
import { sqsAdapter } from './sources/sqs.ts';
import { websocketAdapter } from './sources/websocket.ts';

type Of<Source extends SourceName> = Registration & { readonly declaration: DeclarationOf<Source> };

/**
 * Makes what Lambda calls: one function for several routes, of HTTP or of WebSockets, or for one handler of any other source.
 *
 * @param streams a route's stream is given as it is, and not collected.
 * @throws {Error} for handlers that can't share a function.
 */
export function adapt(host: Host, registrations: readonly Registration[], streams?: boolean): LambdaFunction {
  const { log, state } = host;
  const source = sourceOf(registrations);
  const run =
    (process.env.TANKARD_SOURCE ?? 'route') === 'route' && source === 'route'
      ? httpHandler(registrations as Of<'route'>[], hooksOf(host, streams))
      : adaptOther(host, registrations, source);
  return (raw, context) => {
    log.requestId = context?.awsRequestId;
    if (!process.env.TANKARD_WITHOUT_MIDDLEWARE && state.middleware.length > 0)
      return state.middleware.reduceRight<() => Promise<unknown>>(
        (next, middleware) => async () => middleware(raw, context, next),
        () => run(raw, context),
      )();
    return run(raw, context);
  };
}

type Adapter = false | ((handler: UserHandler, options: never, log: Logger) => LambdaFunction);

/**
 * The command writes `process.env.TANKARD_SOURCE` into the code when it bundles a function: the adapters of all other
 * sources then drop out of it, a third of the framework. esbuild needs the name spelled out at each of them.
 */
const adapters: Readonly<Record<Exclude<SourceName, 'route' | 'websocket'>, Adapter>> = {
  schedule: (process.env.TANKARD_SOURCE ?? 'schedule') === 'schedule' && scheduleAdapter,
  event: (process.env.TANKARD_SOURCE ?? 'event') === 'event' && eventAdapter,
  s3: (process.env.TANKARD_SOURCE ?? 's3') === 's3' && s3Adapter,
  sns: (process.env.TANKARD_SOURCE ?? 'sns') === 'sns' && snsAdapter,
  sqs: (process.env.TANKARD_SOURCE ?? 'sqs') === 'sqs' && sqsAdapter,
  dynamodb: (process.env.TANKARD_SOURCE ?? 'dynamodb') === 'dynamodb' && dynamoDBAdapter,
  kinesis: (process.env.TANKARD_SOURCE ?? 'kinesis') === 'kinesis' && kinesisAdapter,
  authorizer: (process.env.TANKARD_SOURCE ?? 'authorizer') === 'authorizer' && authorizerAdapter,
  lambda: (process.env.TANKARD_SOURCE ?? 'lambda') === 'lambda' && lambdaAdapter,
};
const adaptSockets =
  (process.env.TANKARD_SOURCE ?? 'websocket') === 'websocket' ? websocketAdapter : undefined;
const adaptOther = process.env.TANKARD_SOURCE === 'route' ? leftOut : otherAdapter;
const sourceOf = process.env.TANKARD_SOURCE ? bundledSource : sharedSource;

/** The command gives a function what it serves, so that there is nothing to find out. */
function bundledSource(registrations: readonly Registration[]): SourceName {
  for (const { declaration } of registrations)
    if (declaration.source !== process.env.TANKARD_SOURCE)
      throw new Error(
        `This bundle is for the source '${process.env.TANKARD_SOURCE}'; its handler is of '${declaration.source}'.`,
      );
  return process.env.TANKARD_SOURCE as SourceName;
}

function sharedSource(registrations: readonly Registration[]): SourceName {
  const source = registrations[0]?.declaration.source;
  const alone = source !== 'route' && source !== 'websocket';
  const others = registrations.some(({ declaration }) => declaration.source !== source);
  if (source && !others && (!alone || registrations.length === 1)) return source;
  throw new Error(
    `A function serves routes or one other handler; this one was given ${registrations.length}.`,
  );
}

function hooksOf(host: Host, streams: boolean | undefined): HttpHooks {
  const { log, options, state } = host;
  return {
    onError: () => state.onError,
    debug: options.debug,
    log,
    cors: options.cors,
    middlewareOf: process.env.TANKARD_WITHOUT_MIDDLEWARE
      ? undefined
      : (route) => middlewareOf(host, route as Of<'route'>),
    streams,
  };
}

/** What a function of routes has no use for. */
function otherAdapter(
  host: Host,
  registrations: readonly Registration[],
  source: SourceName,
): LambdaFunction {
  const handlerOf = (its: Registration) =>
    process.env.TANKARD_WITHOUT_MIDDLEWARE ? its.handler : around(its.handler, middlewareOf(host, its));
  if (adaptSockets && source === 'websocket')
    return adaptSockets(registrations as Of<'websocket'>[], handlerOf, host);
  const [one] = registrations as [Registration];
  // Options and adapter are of one source.
  const make = adapters[source as keyof typeof adapters] as Exclude<Adapter, false>;
  return make(handlerOf(one), one.declaration.options as never, host.log);
}

/** What runs around a handler: the app's middleware of its source, then that of the features that it is part of. */
function middlewareOf({ state }: Host, { declaration, within }: Registration): readonly NotedMiddleware[] {
  const noted = [state, ...within].flatMap(({ sourceMiddleware }) => sourceMiddleware);
  return noted.filter(({ source }) => source === declaration.source);
}
