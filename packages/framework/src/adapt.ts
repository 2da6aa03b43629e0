import type { LambdaFunction } from './context.ts';
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
import { routeAdapter } from './sources/route.ts';
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
  const run = adapter(host, registrations, streams);
  const { log, state } = host;
  return (raw, context) => {
    log.requestId = context?.awsRequestId;
    if (state.middleware.length === 0) return run(raw, context);
    return state.middleware.reduceRight<() => Promise<unknown>>(
      (next, middleware) => async () => middleware(raw, context, next),
      () => run(raw, context),
    )();
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
const adaptRoutes = (process.env.TANKARD_SOURCE ?? 'route') === 'route' && routeAdapter;
const adaptSockets =
  (process.env.TANKARD_SOURCE ?? 'websocket') === 'websocket' ? websocketAdapter : undefined;
const adaptOther = process.env.TANKARD_SOURCE === 'route' ? undefined : otherAdapter;

function adapter(host: Host, registrations: readonly Registration[], streams?: boolean): LambdaFunction {
  const [one, ...more] = registrations;
  const source = one?.declaration.source;
  const shared = source === 'route' || source === 'websocket';
  if (!one || more.some(({ declaration }) => !shared || declaration.source !== source)) {
    throw new Error(
      `A function serves routes or one other handler; this one was given ${registrations.length}.`,
    );
  }
  if (adaptRoutes && source === 'route') {
    const { log, options, state } = host;
    const { cors, debug } = options;
    const hooks = { onError: () => state.onError, debug, log, cors, streams };
    return adaptRoutes(registrations as Of<'route'>[], (route) => middlewareOf(host, route), hooks);
  }
  const lambda = adaptOther?.(host, registrations, one);
  if (lambda) return lambda;
  throw new Error(
    `This bundle is for the source '${process.env.TANKARD_SOURCE}'; its handler is of '${source}'.`,
  );
}

/** What a function of routes has no use for. */
function otherAdapter(
  host: Host,
  registrations: readonly Registration[],
  one: Registration,
): LambdaFunction | undefined {
  const handlerOf = (its: Registration) => around(its.handler, middlewareOf(host, its));
  const { source, options } = one.declaration;
  if (source === 'websocket') {
    return adaptSockets?.(registrations as Of<'websocket'>[], handlerOf, host);
  }
  const make = adapters[source as keyof typeof adapters];
  // Options and adapter are of one source.
  return make ? make(handlerOf(one), options as never, host.log) : undefined;
}

/** What runs around a handler: the app's middleware of its source, then that of the features that it is part of. */
function middlewareOf({ state }: Host, { declaration, within }: Registration): readonly NotedMiddleware[] {
  const noted = [state, ...within].flatMap(({ sourceMiddleware }) => sourceMiddleware);
  return noted.filter(({ source }) => source === declaration.source);
}
