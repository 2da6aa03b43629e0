import type { PermissionStatement, ResourceRef } from '@tankard/framework/manifest';
import type { Value } from '../../resources/value.ts';
import { findAction } from '../actions/iam-actions.ts';
import type { PolicyContext } from '../context.ts';
import { arnsOf, below } from '../resources/arns-of.ts';
import type { Written } from './function-permissions.ts';
import type { Grant } from './grant.ts';

/** A statement that the user wrote, with its declared resources as the ARNs that its actions take. */
export async function grantWritten(written: Written, context: PolicyContext): Promise<readonly Grant[]> {
  const { permission, because } = written;
  const conditions = permission.conditions && filledConditions(permission.conditions, context);
  return Promise.all(
    permission.actions.map(async (name) => {
      const action = await findAction(name);
      const resources = permission.resources.flatMap((resource) => {
        if (typeof resource === 'string') return [context.arns.filled(resource)];
        const arns = action ? arnsOf(action, [resource], context) : [];
        return arns.length > 0 ? arns : everythingOf(resource, context);
      });
      return { action: action?.name ?? name, resources, conditions, because };
    }),
  );
}

type Conditions = NonNullable<PermissionStatement['conditions']>;

function filledConditions(conditions: Conditions, { arns }: PolicyContext): Grant['conditions'] {
  const filled = (value: Conditions[string][string]): Value =>
    typeof value === 'string' ? arns.filled(value) : value.map(arns.filled);
  return mapValues(conditions, (keys) => mapValues(keys, filled));
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/** For actions written as a pattern, `s3:Get*`: the resource itself and what its kind has below it. */
function everythingOf(resource: ResourceRef, { arns }: PolicyContext): readonly Value[] {
  const arn = arns.arn(resource);
  if (resource.kind === 'bucket') return [arn, below(arn, '/*')];
  if (resource.kind === 'table') return [arn, below(arn, '/index/*')];
  return [arn];
}
