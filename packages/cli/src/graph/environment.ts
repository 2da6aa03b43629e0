import { environmentName } from '@tankard/framework/manifest';
import type { ResourceUse } from '../policy/usage.ts';
import type { Value } from '../resources/value.ts';
import type { ResourceValues } from './resource-values.ts';

type Variable = readonly [name: string, value: Value];

/**
 * What a function's environment holds of the resources that its code uses, and nothing else.
 *
 * @param url the base URL of the app's API, where it has one.
 */
export function resourceEnvironment(
  uses: readonly ResourceUse[],
  values: ResourceValues,
  url: Value | undefined,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(uses.flatMap((use) => variablesOf(use, values, url)));
}

function variablesOf(
  { resource, attributes }: ResourceUse,
  values: ResourceValues,
  url: Value | undefined,
): readonly Variable[] {
  if (resource.kind === 'url') return url === undefined ? [] : [[environmentName('url'), url]];
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
