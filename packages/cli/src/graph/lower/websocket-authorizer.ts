import type {
  FunctionAuthorizerDeclaration,
  HandlerDeclaration,
  WebsocketTrigger,
} from '@tankard/framework/manifest';
import { type Ref, ref } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { askedFunction, ownFunction } from './authorizer.ts';
import type { Lowering } from './lowering.ts';

/** The authorizer of those who connect, and the permission for it: it takes one of its own in each API. A check refuses what is no function. */
export function lowerWebsocketAuthorizers(
  handlers: readonly HandlerDeclaration<WebsocketTrigger>[],
  lowering: Lowering,
  api: Ref,
): readonly AnyNode[] {
  const named = new Set(handlers.map(({ trigger }) => trigger.authorizer));
  return lowering.manifest.authorizers
    .filter((one): one is FunctionAuthorizerDeclaration => one.kind === 'function' && named.has(one.name))
    .flatMap((one) => {
      const permissions = permissionNodes(one, api);
      const asks = askedFunction(one, lowering);
      const model = { api, physicalName: one.name, identity: [...one.identity], asks };
      const dependsOn = permissions.map(({ id }) => id);
      return [
        ...permissions,
        makeNode('websocket-authorizer', one.name, model, { place: one.place, dependsOn }),
      ];
    });
}

/** Who owns a function of elsewhere lets API Gateway ask it himself. */
function permissionNodes(authorizer: FunctionAuthorizerDeclaration, api: Ref): readonly AnyNode[] {
  const own = ownFunction(authorizer);
  if (own === undefined) return [];
  const called = ref(`function:${own}`, 'arn');
  const sourceArn = ownArn('execute-api', api, '/authorizers/*');
  const model = { function: called, principal: 'apigateway.amazonaws.com', sourceArn };
  return [makeNode('permission', `${own}/connect`, model)];
}
