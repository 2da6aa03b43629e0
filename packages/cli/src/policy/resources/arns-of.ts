import type { ResourceRef } from '@tankard/framework/manifest';
import { join, type Value } from '../../resources/value.ts';
import type { IamAction } from '../actions/iam-actions.ts';
import type { PolicyContext } from '../context.ts';
import { declaredType } from './declared-types.ts';

/** The ARNs that an action needs for declared resources: a bucket's own, its objects', a table's indexes'. */
export function arnsOf(
  action: IamAction,
  resources: readonly ResourceRef[],
  context: PolicyContext,
  options: { readonly indexes: boolean } = { indexes: true },
): readonly Value[] {
  const service = action.name.slice(0, action.name.indexOf(':'));
  return action.resourceTypes.flatMap(({ name }) => {
    const type = declaredType(service, name);
    if (!type) return [];
    const isIndex = service === 'dynamodb' && name === 'index';
    return resources
      .filter((resource) => resource.kind === type.kind)
      .filter((resource) => !isIndex || (options.indexes && mayHaveIndexes(resource, context)))
      .map((resource) => below(context.arns.arn(resource), type.below));
  });
}

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
