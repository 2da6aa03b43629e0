import type { HandlerDeclaration, Manifest, WebsocketTrigger } from '@tankard/framework/manifest';
import { type FunctionSpec, functionName, functionsOf } from '../../build/functions.ts';
import { type NodeId, type Ref, ref, type Value } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { authorizationOf, invocationUri } from './authorizer.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';
import { lowerWebsocketAuthorizers } from './websocket-authorizer.ts';

/** What the app's WebSocket API is called in node ids. */
export const WEBSOCKET = 'websocket';

/**
 * Milliseconds: the longest that a WebSocket API waits.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
const INTEGRATION_TIMEOUT = 29_000;

const WORDS = { kind: 'websocket-authorizer', token: 'CUSTOM' } as const;

/** A WebSocket API with one integration and one permission a function; its stage comes last, for none is deployed without a route. */
export function lowerWebsocket(
  handlers: readonly HandlerDeclaration<WebsocketTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  const { config, manifest, names } = lowering;
  if (!manifest.websocket) return [];
  const api = ref(`websocket-api:${WEBSOCKET}`, 'id');
  const { selection } = manifest.websocket;
  const { stage } = config;
  const physicalName = names.of('websocket-api', WEBSOCKET);
  const routes = handlers.map((handler) => routeNode(handler, api, manifest));
  return [
    makeNode('websocket-api', WEBSOCKET, { physicalName, selection, stage }),
    ...socketFunctions(manifest).flatMap(({ name }) => callNodes(name, api)),
    ...lowerWebsocketAuthorizers(handlers, lowering, api),
    ...routes,
    makeNode('websocket-stage', WEBSOCKET, { api, stage }, { dependsOn: routes.map(({ id }) => id) }),
  ];
}

function routeNode(handler: HandlerDeclaration<WebsocketTrigger>, api: Ref, manifest: Manifest): AnyNode {
  const { place, trigger } = handler;
  const { route: key, reply } = trigger;
  const name = functionName(manifest, handler);
  const integration = ref(`websocket-integration:${name}`, 'id');
  const called: NodeId = `function:${name}`;
  const authorization = authorizationOf(trigger, manifest, WORDS);
  return makeNode(
    'websocket-route',
    key,
    { api, key, integration, function: called, reply, authorization },
    { place },
  );
}

function callNodes(name: string, api: Ref): readonly AnyNode[] {
  const called = ref(`function:${name}`, 'arn');
  const model = { api, function: called, uri: invocationUri(called), timeout: INTEGRATION_TIMEOUT };
  const sourceArn = ownArn('execute-api', api, '/*/*');
  return [
    makeNode('websocket-integration', name, model),
    permissionNode(name, { principal: 'apigateway.amazonaws.com', sourceArn }),
  ];
}

/** The functions that serve WebSocket routes. */
export function socketFunctions(manifest: Manifest): readonly FunctionSpec[] {
  return functionsOf(manifest).filter(({ handlers }) =>
    handlers.some(({ trigger }) => trigger.source === 'websocket'),
  );
}

/** Where clients connect to; nothing where the app has no WebSocket routes. */
export function socketUrl({ websocket }: Manifest): Value | undefined {
  return websocket && ref(`websocket-api:${WEBSOCKET}`, 'socketUrl');
}

/** Where connections are managed: the same address by HTTPS. */
export function connectionsUrl({ websocket }: Manifest): Value | undefined {
  return websocket && ref(`websocket-api:${WEBSOCKET}`, 'url');
}
