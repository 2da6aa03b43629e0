import { ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API, routeFunctions } from './api.ts';
import { corsOf } from './cors.ts';
import type { Lowering } from './lowering.ts';

/**
 * The URL of the function that serves the routes, and the permissions for everybody to call it: both come first, so that no
 * request is refused in between. A check holds that one function serves them all.
 */
export function lowerFunctionUrl(lowering: Lowering): readonly AnyNode[] {
  const [{ name } = { name: API }] = routeFunctions(lowering.manifest);
  const called = ref(`function:${name}`, 'arn');
  const permissions = (['call', 'invoke'] as const).map((url) =>
    makeNode('permission', `${name}/${url}`, { function: called, principal: '*', url }),
  );
  return [
    ...permissions,
    makeNode(
      'function-url',
      API,
      { function: called, auth: 'NONE', cors: corsOf(lowering).all },
      { dependsOn: permissions.map(({ id }) => id) },
    ),
  ];
}
