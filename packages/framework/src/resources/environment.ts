import type { ResourceKind } from '../manifest/types.ts';
import { placeholder } from './placeholder.ts';

/** What an environment variable can name: a declared resource, or an address of the app's own (`api`, `websocket`). */
export type NamedKind = ResourceKind | 'url';

/**
 * The environment variable that tells a function which table, bucket or other resource is meant:
 * `ScheduledMessagesBucket` of kind `bucket` gives `TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET`; the API's base URL is `TANKARD_URL`,
 * the address at which the WebSocket API's connections are managed `TANKARD_URL_WEBSOCKET`.
 */
export function environmentName(kind: NamedKind, name = ''): string {
  if (kind === 'url') return name === 'websocket' ? 'TANKARD_URL_WEBSOCKET' : 'TANKARD_URL';
  const words = name.replace(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_');
  return `TANKARD_${kind}_${words}`.toUpperCase();
}

/**
 * Reads a resource's variable, or that of its ARN. While the command loads the app, a placeholder stands for it;
 * the command writes an empty `process.env.TANKARD_LOADING` into a function's code, so that this drops out of it.
 *
 * @throws {Error} naming the variable, where it is not set.
 */
export function fromEnvironment(kind: NamedKind, name: string, attribute?: 'arn'): string {
  if (process.env.TANKARD_LOADING) return placeholder(kind, name, attribute);
  const variable = environmentName(kind, name) + (attribute ? '_ARN' : '');
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: it says which ${kind} '${name}' is.`);
}

/** The physical name at the end of a URL or an ARN that {@link fromEnvironment} gave. */
export function lastPart(kind: NamedKind, name: string, whole: string, separator: string): string {
  if (process.env.TANKARD_LOADING) return placeholder(kind, name, 'name');
  return whole.slice(whole.lastIndexOf(separator) + 1);
}
