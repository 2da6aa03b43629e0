import type { ResourceRef } from '@tankard/framework/manifest';
import type { Value } from '../../resources/value.ts';
import { findAction } from '../actions/iam-actions.ts';
import type { PolicyContext } from '../context.ts';
import { arnsOf, below } from '../resources/arns-of.ts';
import type { Written } from './function-permissions.ts';
import type { Grant } from './grant.ts';

/** A statement that the user wrote, with its declared resources as the ARNs that its actions take. */
export async function grantWritten(written: Written, context: PolicyContext): Promise<readonly Grant[]> {
  const { permission, because } = written;
  return Promise.all(
    permission.actions.map(async (name) => {
      const action = await findAction(name);
      const resources = permission.resources.flatMap((resource) => {
        if (typeof resource === 'string') return [resource];
        const arns = action ? arnsOf(action, [resource], context) : [];
        return arns.length > 0 ? arns : everythingOf(resource, context);
      });
      return { action: action?.name ?? name, resources, conditions: permission.conditions, because };
    }),
  );
}

/** For actions written as a pattern, `s3:Get*`: the resource itself and what its kind has below it. */
function everythingOf(resource: ResourceRef, { arns }: PolicyContext): readonly Value[] {
  const arn = arns.arn(resource);
  if (resource.kind === 'bucket') return [arn, below(arn, '/*')];
  if (resource.kind === 'table') return [arn, below(arn, '/index/*')];
  return [arn];
}
