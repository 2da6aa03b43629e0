import { ref } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API, type ApiRoute, routeFunctions } from './api.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';
import { restCors } from './rest-cors.ts';

/** A REST API, its deployment, and one permission a function. */
export function lowerRestApi(lowering: Lowering): readonly AnyNode[] {
  const { config, manifest, names } = lowering;
  const api = ref(`rest-api:${API}`, 'id');
  const { preflights, errorHeaders } = restCors(lowering);
  const settings = { errorHeaders, compression: config.minimumCompressionSize };
  const functions = routeFunctions(manifest).map(({ name }) => name);
  const sourceArn = ownArn('execute-api', api, '/*/*');
  return [
    makeNode('rest-api', API, { physicalName: names.single('rest-api'), stage: config.stage, ...settings }),
    ...functions.map((name) => permissionNode(name, { principal: 'apigateway.amazonaws.com', sourceArn })),
    makeNode('rest-deployment', API, {
      api,
      stage: config.stage,
      routes: gatewayRoutes(lowering).flatMap(restRoutes),
      preflights,
      settings,
    }),
  ];
}

/** A REST API has no `$default`: the root and a greedy path together take everything. */
function restRoutes({ method, path, function: name }: ApiRoute) {
  const paths = path === undefined ? ['/', '/{proxy+}'] : [path];
  return paths.map((one) => ({ method, path: one, function: ref(`function:${name}`, 'arn') }));
}
