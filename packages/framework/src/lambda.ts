import { adapt } from './adapt.ts';
import type { App } from './app.ts';
import type { LambdaContext, LambdaFunction } from './context.ts';
import { type ResponseStream, send } from './http/stream/send.ts';
import { leftOut } from './left-out.ts';
import type { Registration } from './registration.ts';

export type { ResponseStream } from './http/stream/send.ts';
export { type SecretsSdk, useSecretsSdk } from './resources/secret-value.ts';
export { type ConnectionsSdk, useConnectionsSdk } from './websocket/remote-connections.ts';

/**
 * Makes of an app what Lambda calls: `export const handler = lambdaHandler(app)`. The app holds what the function serves:
 * routes, or one handler of another source.
 *
 * @param serves Names of the handlers that the function serves, for an app that holds more than these. A handler
 *   without a name of its own is always served, for its name is known to the command only.
 * @throws {Error} where what is left can't share a function.
 */
export function lambdaHandler(app: App, serves?: readonly string[]): LambdaFunction {
  return adapt(app, serves ? served(app, serves) : app.state.registrations);
}

/**
 * {@link lambdaHandler} for a function that is called by what takes streams: a function URL of invoke mode `RESPONSE_STREAM`, or
 * methods of a REST API of response transfer mode `STREAM`. Each of its answers is sent as one, those of routes that don't stream too.
 * Behind anything else `lambdaHandler` collects what a route streams.
 */
export const streamHandler: typeof makeStreamHandler = process.env.TANKARD_WITHOUT_STREAMS
  ? leftOut
  : makeStreamHandler;

function makeStreamHandler(app: App, serves?: readonly string[]): StreamFunction {
  const run = adapt(app, serves ? served(app, serves) : app.state.registrations, true);
  const handler: StreamFunction = async (raw, stream, context) => send(await run(raw, context), stream);
  // By way of unknown: a project may have types of it, with a context of their own.
  const { awslambda } = globalThis as unknown as { readonly awslambda?: AwsLambda };
  return awslambda?.streamifyResponse?.(handler) ?? handler;
}

/** What Lambda calls where an answer is to be streamed. */
export type StreamFunction = (raw: unknown, stream: ResponseStream, context: LambdaContext) => Promise<void>;

/** What Lambda's runtime for Node has as a global. Elsewhere there is none, or an empty one: any client of the AWS SDK defines it. */
interface AwsLambda {
  streamifyResponse?(handler: StreamFunction): StreamFunction;
}

function served({ state }: App, serves: readonly string[]): readonly Registration[] {
  return state.registrations.filter(({ name }) => !name || serves.includes(name));
}
