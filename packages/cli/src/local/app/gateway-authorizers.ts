import type { Identity } from '@tankard/framework/gateway';
import type { Graph, Node } from '../../graph/node.ts';
import type { LocalAuthorizer } from '../gateway/callers/gatekeeper.ts';
import { nameOf, nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

type AuthorizerNode = Node<'http-authorizer'> | Node<'rest-authorizer'>;

/** The authorizers of the graph's API, by their names in the app. */
export function gatewayAuthorizers(graph: Graph, places: LocalPlaces): ReadonlyMap<string, LocalAuthorizer> {
  const nodes: readonly AuthorizerNode[] = [
    ...nodesOf(graph, 'http-authorizer'),
    ...nodesOf(graph, 'rest-authorizer'),
  ];
  return new Map(nodes.map((node) => [node.name, localAuthorizer(node, graph, places)]));
}

function localAuthorizer(
  { kind, model }: AuthorizerNode,
  graph: Graph,
  places: LocalPlaces,
): LocalAuthorizer {
  const api = kind === 'rest-authorizer' ? 'rest' : 'http';
  const identity = model.identity as readonly Identity[];
  const text = (value: Parameters<typeof resolveValue>[0]) => String(resolveValue(value, graph, places));
  const { asks } = model;
  switch (asks.kind) {
    case 'function': {
      const { ttl, event, answer, own } = asks;
      const name = own === undefined ? undefined : nameOf({ $ref: own });
      return { kind: 'function', function: name, rules: { api, identity, ttl, event, answer } };
    }
    case 'issuer':
      return {
        kind: 'token',
        api,
        identity,
        issuers: [text(asks.issuer)],
        audience: asks.audience.map(text),
      };
    case 'pools':
      return { kind: 'token', api, identity, issuers: asks.pools.map((arn) => issuerOf(text(arn))) };
  }
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html */
function issuerOf(poolArn: string): string {
  const [, , , region, , resource = ''] = poolArn.split(':');
  return `https://cognito-idp.${region}.amazonaws.com/${resource.replace('userpool/', '')}`;
}
