import type { LambdaContext, LambdaFunction } from '../context.ts';
import type { LambdaTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import { type Schema, validate } from '../schema.ts';
import type { HandlerOptions } from './handler-options.ts';

/** What a function may say that nothing but a caller invokes. */
export interface LambdaOptions<Event = unknown> extends HandlerOptions {
  /** What the event must be; one that does not fit fails the invocation before the handler runs. */
  readonly event?: Schema<Event> | undefined;
}

export interface OnLambda {
  <Event = unknown, Out = unknown>(
    handler: (event: Event, context: LambdaContext) => Out,
  ): Handler<[Event, LambdaContext], Out>;
  <Event = unknown, Out = unknown>(
    options: LambdaOptions<Event>,
    handler: (event: Event, context: LambdaContext) => Out,
  ): Handler<[Event, LambdaContext], Out>;
  <Event = unknown>(options?: LambdaOptions<Event>): Registrar<[Event, LambdaContext]>;
}

/** The event as it comes, the result as it is returned. */
export function lambdaAdapter(handler: UserHandler, { event: schema }: LambdaOptions): LambdaFunction {
  return async (raw, context) => handler(schema ? await validate(schema, raw) : raw, context);
}

export function lambdaTrigger(): LambdaTrigger {
  return { source: 'lambda' };
}
