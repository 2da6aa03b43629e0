import type { ResourceRef } from '@tankard/framework/manifest';
import { join, type Value } from '../../resources/value.ts';
import type { IamAction } from '../actions/iam-actions.ts';
import type { PolicyContext } from '../context.ts';
import type { SdkCall } from '../usage.ts';
import { declaredType } from './declared-types.ts';

/**
 * The ARNs that an action needs for declared resources: a bucket's own, its objects', a table's indexes'.
 *
 * @param indexes those that the call reads; any without.
 */
export function arnsOf(
  action: IamAction,
  resources: readonly ResourceRef[],
  context: PolicyContext,
  indexes?: SdkCall['indexes'],
): readonly Value[] {
  const service = action.name.slice(0, action.name.indexOf(':'));
  const takesIndexes = action.resourceTypes.some(({ name }) => isIndex(service, name));
  return action.resourceTypes.flatMap(({ name }) => {
    const type = declaredType(service, name);
    if (!type || (takesIndexes && name === 'table' && indexes?.table === false)) return [];
    const fitting = resources.filter((resource) => resource.kind === type.kind);
    return fitting.flatMap((resource) => {
      const arn = context.arns.arn(resource);
      if (!isIndex(service, name)) return [below(arn, type.below)];
      if (indexes) return indexes.names.map((index) => below(arn, `/index/${index}`));
      return mayHaveIndexes(resource, context) ? [below(arn, type.below)] : [];
    });
  });
}

const isIndex = (service: string, type: string): boolean => service === 'dynamodb' && type === 'index';

/** Puts text behind an ARN that may not be known yet. */
export function below(arn: Value, text: string): Value {
  if (text === '') return arn;
  if (typeof arn === 'string') return `${arn}${text}`;
  if (typeof arn === 'object' && arn !== null && '$join' in arn && Array.isArray(arn.$join))
    return join(...arn.$join, text);
  return join(arn, text);
}

/** What an existing table has cannot be known from here. */
function mayHaveIndexes(resource: ResourceRef, { manifest }: PolicyContext): boolean {
  const declared = manifest.resources.find(({ kind, name }) => kind === 'table' && name === resource.name);
  if (declared?.kind !== 'table') return false;
  return declared.existing !== undefined || declared.indexes.length > 0;
}
