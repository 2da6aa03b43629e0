import type { App } from './app.ts';
import type { LambdaContext, LambdaFunction } from './context.ts';
import type { Registration, UserHandler } from './registration.ts';
import type { Declaration, DeclarationOf } from './sources/declaration.ts';
import { dynamoDBAdapter } from './sources/dynamodb.ts';
import { eventAdapter } from './sources/event.ts';
import { kinesisAdapter } from './sources/kinesis.ts';
import { lambdaAdapter } from './sources/lambda.ts';
import { routeAdapter } from './sources/route.ts';
import { s3Adapter } from './sources/s3.ts';
import { scheduleAdapter } from './sources/schedule.ts';
import { snsAdapter } from './sources/sns.ts';
import { sqsAdapter } from './sources/sqs.ts';

/** Runs around every invocation of a function, whatever calls it: `next()` goes on. */
export type Middleware = (
  raw: unknown,
  context: LambdaContext,
  next: () => Promise<unknown>,
) => Promise<unknown>;

type Route = Registration & { readonly declaration: DeclarationOf<'route'> };

/**
 * Makes what Lambda calls: one function for several routes, or for one handler of any other source.
 *
 * @throws {Error} for handlers that can't share a function.
 */
export function adapt(app: App, registrations: readonly Registration[]): LambdaFunction {
  const run = adapter(app, registrations);
  const { log, state } = app;
  return (raw, context) => {
    log.requestId = context?.awsRequestId;
    if (state.middleware.length === 0) return run(raw, context);
    return state.middleware.reduceRight<() => Promise<unknown>>(
      (next, middleware) => async () => middleware(raw, context, next),
      () => run(raw, context),
    )();
  };
}

/**
 * Which source a bundle is for. The command writes it into the code when it bundles a function, so that the adapters
 * of all other sources drop out; where nobody does, they are all there.
 */
const ONLY = process.env.TANKARD_SOURCE;

function adapter(app: App, registrations: readonly Registration[]): LambdaFunction {
  const { log, state } = app;
  const routes = registrations.filter(isRoute);
  const [one, ...more] = registrations;
  if (
    (!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'route') &&
    routes.length > 0 &&
    routes.length === registrations.length
  ) {
    return routeAdapter(routes, { onError: () => state.onError, log });
  }
  if (!one || more.length > 0) {
    throw new Error(
      `A function serves routes or one other handler; this one was given ${registrations.length}.`,
    );
  }
  return single(one.declaration, one.handler, app);
}

function isRoute(registration: Registration): registration is Route {
  return registration.declaration.source === 'route';
}

function single({ source, options }: Declaration, handler: UserHandler, { log }: App): LambdaFunction {
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'schedule') && source === 'schedule')
    return scheduleAdapter(handler);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'event') && source === 'event')
    return eventAdapter(handler, options);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 's3') && source === 's3')
    return s3Adapter(handler);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'sns') && source === 'sns')
    return snsAdapter(handler, options);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'sqs') && source === 'sqs')
    return sqsAdapter(handler, options, log);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'dynamodb') && source === 'dynamodb')
    return dynamoDBAdapter(handler, options, log);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'kinesis') && source === 'kinesis')
    return kinesisAdapter(handler, options, log);
  if ((!process.env.TANKARD_SOURCE || process.env.TANKARD_SOURCE === 'lambda') && source === 'lambda')
    return lambdaAdapter(handler, options);
  throw new Error(`This bundle is for the source '${ONLY}'; its handler is of '${source}'.`);
}
