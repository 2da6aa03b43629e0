import { environmentName } from '@tankard/framework/rules';
import type { ResourceUse } from '../policy/usage.ts';
import type { Value } from '../resources/value.ts';
import type { ResourceValues } from './resource-values.ts';

/** Addresses of the app's own. */
export interface AppUrls {
  /** The base URL of its routes. */
  readonly api?: Value | undefined;
  /** Where the connections of its WebSocket API are managed. */
  readonly websocket?: Value | undefined;
}

type Variable = readonly [name: string, value: Value];

/**
 * What a function's environment holds of the resources that its code uses, and nothing else.
 *
 * @param urls addresses of the app's own, as far as it has them.
 */
export function resourceEnvironment(
  uses: readonly ResourceUse[],
  values: ResourceValues,
  urls: AppUrls,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(uses.flatMap((use) => variablesOf(use, values, urls)));
}

function variablesOf(
  { resource, attributes }: ResourceUse,
  values: ResourceValues,
  urls: AppUrls,
): readonly Variable[] {
  if (resource.kind === 'url') {
    const url = urls[resource.name ?? 'api'];
    return url === undefined ? [] : [[environmentName('url', resource.name), url]];
  }
  const variable = environmentName(resource.kind, resource.name);
  // The framework reads every attribute of a topic and of a secret from its ARN.
  if (resource.kind === 'topic') return [[variable, values.arn(resource)]];
  if (resource.kind === 'secret') return [[variable, values.address(resource)]];
  const others = attributes.some((attribute) => attribute !== 'arn');
  return [
    ...(others ? [[variable, values.address(resource)] as const] : []),
    ...(attributes.includes('arn') ? [[`${variable}_ARN`, values.arn(resource)] as const] : []),
  ];
}
