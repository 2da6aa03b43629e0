import type { HandlerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import { ref } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API, routeFunctions } from './api.ts';
import { authorizationOf, authorizerPermissions } from './authorizer.ts';
import { corsOf } from './cors.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { lowerHttpAuthorizers } from './http-authorizer.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';

/** Milliseconds: the longest that an HTTP API waits. */
const INTEGRATION_TIMEOUT = 30_000;

const WORDS = { kind: 'http-authorizer', token: 'JWT' } as const;

/** An HTTP API with one integration and one permission a function. */
export function lowerHttpApi(
  handlers: readonly HandlerDeclaration<RouteTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  const { manifest, names } = lowering;
  const api = ref(`http-api:${API}`, 'id');
  const places = new Map(handlers.map(({ trigger, place }) => [routeKey(trigger), place]));
  return [
    makeNode('http-api', API, {
      physicalName: names.single('http-api'),
      stage: '$default',
      cors: corsOf(lowering).all,
    }),
    ...routeFunctions(manifest).flatMap(({ name }) => {
      const model = { api, function: ref(`function:${name}`, 'arn'), timeout: INTEGRATION_TIMEOUT };
      const sourceArn = ownArn('execute-api', api, '/*/*');
      return [
        makeNode('http-integration', name, model),
        permissionNode(name, { principal: 'apigateway.amazonaws.com', sourceArn }),
      ];
    }),
    ...authorizerPermissions(lowering, api),
    ...lowerHttpAuthorizers(lowering, api),
    ...gatewayRoutes(lowering).map((route) => {
      const key = routeKey(route);
      const integration = ref(`http-integration:${route.function}`, 'id');
      const authorization = authorizationOf(route.asks, manifest, WORDS);
      const called = `function:${route.function}` as const;
      const model = { api, key, integration, function: called, authorization };
      return makeNode('http-route', key, model, { place: places.get(key) });
    }),
  ];
}

function routeKey({ method, path }: { readonly method: string; readonly path?: string | undefined }): string {
  return path === undefined ? '$default' : `${method} ${path}`;
}
