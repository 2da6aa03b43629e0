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
 * @throws {Error} for handlers that can't share a function.
 */
export function adapt(host: Host, registrations: readonly Registration[]): LambdaFunction {
  const run = adapter(host, registrations);
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
const adaptSockets = (process.env.TANKARD_SOURCE ?? 'websocket') === 'websocket' && websocketAdapter;

function adapter(host: Host, registrations: readonly Registration[]): LambdaFunction {
  const { log, options, state } = host;
  const routes = registrations.filter(isOf('route'));
  const sockets = registrations.filter(isOf('websocket'));
  const [one, ...more] = registrations;
  if (!one || (more.length > 0 && Math.max(routes.length, sockets.length) < registrations.length)) {
    throw new Error(
      `A function serves routes or one other handler; this one was given ${registrations.length}.`,
    );
  }
  const { source } = one.declaration;
  if (source === 'websocket') {
    const handlerOf = (socket: Of<'websocket'>) => around(socket.handler, middlewareOf(host, socket));
    if (adaptSockets) return adaptSockets(sockets, handlerOf, { log, connections: () => state.connections });
  } else if (source === 'route') {
    const { cors, debug } = options;
    const hooks = { onError: () => state.onError, debug, log, cors };
    if (adaptRoutes) return adaptRoutes(routes, (route) => middlewareOf(host, route), hooks);
  } else {
    const make = adapters[source];
    const middleware = middlewareOf(host, one);
    // Options and adapter are of one source.
    if (make) return make(around(one.handler, middleware), one.declaration.options as never, log);
  }
  throw new Error(
    `This bundle is for the source '${process.env.TANKARD_SOURCE}'; its handler is of '${source}'.`,
  );
}

/** What runs around a handler: the app's middleware of its source, then that of the features that it is part of. */
function middlewareOf({ state }: Host, { declaration, within }: Registration): readonly NotedMiddleware[] {
  const noted = [state, ...within].flatMap(({ sourceMiddleware }) => sourceMiddleware);
  return noted.filter(({ source }) => source === declaration.source);
}

function isOf<Source extends SourceName>(source: Source) {
  return (registration: Registration): registration is Of<Source> =>
    registration.declaration.source === source;
}
