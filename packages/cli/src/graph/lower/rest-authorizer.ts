import type { AskedPools } from '../../resources/authorizer.ts';
import type { Ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { Node } from '../node.ts';
import {
  type AnyAuthorizer,
  askedFunction,
  authorizerName,
  authorizerNeeds,
  madeAuthorizers,
} from './authorizer.ts';
import type { Lowering } from './lowering.ts';

type RestAuthorizer = Exclude<AnyAuthorizer, { kind: 'jwt' }>;

/** The authorizers of a REST API. It has none for the tokens of any issuer: a check refuses those. */
export function lowerRestAuthorizers(lowering: Lowering, api: Ref): readonly Node<'rest-authorizer'>[] {
  return madeAuthorizers(lowering.manifest)
    .filter((one): one is RestAuthorizer => one.kind !== 'jwt')
    .map((one) => {
      const asks = one.kind === 'function' ? askedFunction(one, lowering) : askedPools(one, lowering);
      const model = { api, physicalName: authorizerName(one), identity: [one.identity].flat(), asks };
      return makeNode('rest-authorizer', one.name, model, {
        place: one.place,
        dependsOn: authorizerNeeds(one),
      });
    });
}

function askedPools(
  { userPools }: Exclude<RestAuthorizer, { kind: 'function' }>,
  { placeholders }: Lowering,
): AskedPools {
  return { kind: 'pools', pools: userPools.map((arn) => placeholders.text(arn)) };
}
