import type { Manifest } from '@tankard/framework/manifest';
import { isStreaming } from '../../build/functions.ts';
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
  const [{ name, handlers } = { name: API, handlers: [] }] = routeFunctions(lowering.manifest);
  const stream = isStreaming({ handlers }, 'function-url') || undefined;
  const called = ref(`function:${name}`, 'arn');
  const auth = asksForSignatures(lowering.manifest) ? 'AWS_IAM' : 'NONE';
  const open = auth === 'NONE' ? (['call', 'invoke'] as const) : [];
  const permissions = open.map((url) =>
    makeNode('permission', `${name}/${url}`, { function: called, principal: '*', url }),
  );
  return [
    ...permissions,
    makeNode(
      'function-url',
      API,
      { function: called, auth, stream, cors: corsOf(lowering).all },
      { dependsOn: permissions.map(({ id }) => id) },
    ),
  ];
}

/** A check holds that all routes ask the same. Who signs is let in by his own policies. */
function asksForSignatures({ authorizers, handlers }: Manifest): boolean {
  const asked = handlers.flatMap(({ trigger }) => (trigger.source === 'route' ? [trigger.authorizer] : []));
  return authorizers.some(({ kind, name }) => kind === 'iam' && name === asked[0]);
}
