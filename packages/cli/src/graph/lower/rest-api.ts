import { ref } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API, type ApiRoute, apiRoutes, routeFunctions } from './api.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';

/** A REST API, its deployment, and one permission a function. */
export function lowerRestApi({ config, manifest, names }: Lowering): readonly AnyNode[] {
  const api = ref(`rest-api:${API}`, 'id');
  const functions = routeFunctions(manifest).map(({ name }) => name);
  const sourceArn = ownArn('execute-api', api, '/*/*');
  return [
    makeNode('rest-api', API, { physicalName: names.single('rest-api'), stage: config.stage }),
    ...functions.map((name) => permissionNode(name, { principal: 'apigateway.amazonaws.com', sourceArn })),
    makeNode('rest-deployment', API, {
      api,
      stage: config.stage,
      routes: apiRoutes(manifest).flatMap(restRoutes),
    }),
  ];
}

/** A REST API has no `$default`: the root and a greedy path together take everything. */
function restRoutes({ method, path, function: name }: ApiRoute) {
  const paths = path === undefined ? ['/', '/{proxy+}'] : [path];
  return paths.map((one) => ({ method, path: one, function: ref(`function:${name}`, 'arn') }));
}
