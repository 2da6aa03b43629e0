import type { AskedIssuer } from '../../resources/authorizer.ts';
import type { Ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { Node } from '../node.ts';
import {
  type AnyAuthorizer,
  askedFunction,
  authorizerName,
  authorizerNeeds,
  madeAuthorizers,
  poolIssuer,
} from './authorizer.ts';
import type { Lowering } from './lowering.ts';

/** The authorizers of an HTTP API. */
export function lowerHttpAuthorizers(lowering: Lowering, api: Ref): readonly Node<'http-authorizer'>[] {
  return madeAuthorizers(lowering.manifest).map((one) => {
    const asks = one.kind === 'function' ? askedFunction(one, lowering) : askedIssuer(one, lowering);
    const model = { api, physicalName: authorizerName(one), identity: [one.identity].flat(), asks };
    return makeNode('http-authorizer', one.name, model, {
      place: one.place,
      dependsOn: authorizerNeeds(one),
    });
  });
}

function askedIssuer(
  one: Exclude<AnyAuthorizer, { kind: 'function' }>,
  { placeholders }: Lowering,
): AskedIssuer {
  const issuer = one.kind === 'jwt' ? placeholders.text(one.issuer) : poolIssuer(one);
  const audience = one.kind === 'jwt' ? one.audience : one.clients;
  return { kind: 'issuer', issuer, audience: audience.map((each) => placeholders.text(each)) };
}
