import { adapt } from './adapt.ts';
import type { App } from './app.ts';
import type { LambdaFunction } from './context.ts';

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
  const { registrations } = app.state;
  const served = registrations.filter(({ name }) => !serves || !name || serves.includes(name));
  return adapt(app, served);
}
