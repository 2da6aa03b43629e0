import type { ResourceKind } from '../manifest/types.ts';

/** What an environment variable can name: a declared resource, or the API's own base URL. */
export type NamedKind = ResourceKind | 'url';

/**
 * The environment variable that tells a function which table, bucket or other resource is meant:
 * `ScheduledMessagesBucket` of kind `bucket` gives `TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET`; the API's base URL is `TANKARD_URL`.
 */
export function environmentName(kind: NamedKind, name = ''): string {
  if (kind === 'url') return 'TANKARD_URL';
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_');
  return `TANKARD_${kind}_${words}`.toUpperCase();
}

/**
 * What a resource's attribute reads as while the command loads the app, when nothing in AWS is known yet:
 * `{{table:Subscribers}}` for what the variable holds, `{{table:Subscribers#arn}}` for another attribute.
 */
export function placeholder(kind: NamedKind, name: string, attribute?: string): string {
  return `{{${kind}:${name}${attribute ? `#${attribute}` : ''}}}`;
}

/** Whether the command loads the app to see what it declares. */
export function isLoading(): boolean {
  return process.env.TANKARD_LOADING === '1';
}

/**
 * Reads a resource's variable, or that of its ARN.
 *
 * @throws {Error} naming the variable, where it is not set.
 */
export function fromEnvironment(kind: NamedKind, name: string, attribute?: 'arn'): string {
  if (isLoading()) return placeholder(kind, name, attribute);
  const variable = attribute ? `${environmentName(kind, name)}_ARN` : environmentName(kind, name);
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`The environment variable ${variable} is not set: it says which ${kind} '${name}' is.`);
}
