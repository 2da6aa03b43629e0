import { isStreaming } from '../../build/functions.ts';
import { ref } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API, type ApiRoute, routeFunctions } from './api.ts';
import { authorizationOf, authorizerPermissions } from './authorizer.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import type { FunctionPlan, Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';
import { lowerRestAuthorizers } from './rest-authorizer.ts';
import { restCors } from './rest-cors.ts';
import { lowerUsagePlan } from './usage-plan.ts';

const WORDS = { kind: 'rest-authorizer', token: 'COGNITO_USER_POOLS' } as const;

/** A REST API, its deployment, and one permission a function. */
export function lowerRestApi(lowering: Lowering): readonly AnyNode[] {
  const { config, manifest, names } = lowering;
  const api = ref(`rest-api:${API}`, 'id');
  const { preflights, errorHeaders } = restCors(lowering);
  const settings = { errorHeaders, compression: config.minimumCompressionSize };
  const functions = routeFunctions(manifest).map(({ name }) => name);
  const sourceArn = ownArn('execute-api', api, '/*/*');
  const authorizers = lowerRestAuthorizers(lowering, api);
  return [
    makeNode('rest-api', API, { physicalName: names.single('rest-api'), stage: config.stage, ...settings }),
    ...functions.map((name) => permissionNode(name, { principal: 'apigateway.amazonaws.com', sourceArn })),
    ...authorizerPermissions(lowering, api),
    ...authorizers,
    makeNode('rest-deployment', API, {
      api,
      stage: config.stage,
      routes: gatewayRoutes(lowering).flatMap((route) => restRoutes(route, lowering)),
      preflights,
      settings,
      authorizers: authorizers.length > 0 ? authorizers.map(({ model }) => model) : undefined,
    }),
    ...lowerUsagePlan(lowering, api),
  ];
}

/** A REST API has no `$default`: the root and a greedy path together take everything. */
function restRoutes({ method, path, function: name, asks }: ApiRoute, lowering: Lowering) {
  const paths = path === undefined ? ['/', '/{proxy+}'] : [path];
  const authorization = authorizationOf(asks, lowering.manifest, WORDS);
  const callers = { authorization, apiKey: asks.apiKey };
  const called = ref(`function:${name}`, 'arn');
  const stream = streamTime(lowering.functions.get(name));
  return paths.map((one) => ({ method, path: one, function: called, ...callers, stream }));
}

/** A function that streams is called so for each of its routes, and the API waits as long as it may run. */
function streamTime(plan: FunctionPlan | undefined): number | undefined {
  return plan && isStreaming(plan.spec, 'rest') ? plan.settings.timeout * 1000 : undefined;
}
