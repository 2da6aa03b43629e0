import type { HandlerDeclaration, Manifest, Problem, RouteTrigger } from '@tankard/framework/manifest';
import type { ResolvedConfig } from '../config/resolved.ts';
import { problem } from '../errors/problem.ts';
import { routeFunctions } from '../graph/lower/api.ts';
import { counted, gatewayRoutes, QUOTA } from '../graph/lower/gateway-routes.ts';
import { handlersOf } from '../graph/lower/lowering.ts';

/** What the chosen type of API can't do with the routes. */
export function checkApi(manifest: Manifest, config: ResolvedConfig): readonly Problem[] {
  const sockets = checkSockets(manifest);
  if (config.api === 'function-url') return sockets;
  const rest = config.api === 'rest' ? [...checkSiblings(manifest), ...checkCatchAll(manifest, config)] : [];
  return [...checkCount(manifest, config), ...rest, ...sockets];
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
function checkSockets(manifest: Manifest): readonly Problem[] {
  const count = handlersOf(manifest, 'websocket').length;
  if (count <= QUOTA) return [];
  return [
    problem('ROUTES_TOO_MANY', {
      message: `The app has ${count} WebSocket routes; a WebSocket API takes ${QUOTA}.`,
      remedy: "Take some of them by '$default' and tell them apart in its handler.",
    }),
  ];
}

/** One function can take all routes behind one; several can't, because the gateway has to tell them apart. */
function checkCount(manifest: Manifest, config: ResolvedConfig): readonly Problem[] {
  const count = counted(config.api, gatewayRoutes({ manifest, config }));
  if (count <= QUOTA) return [];
  const what = config.api === 'rest' ? 'parts of paths' : 'routes';
  const functions = routeFunctions(manifest).length;
  return [
    problem('ROUTES_TOO_MANY', {
      message: `The app has ${count} ${what} in ${functions} functions; the API takes ${QUOTA}.`,
      remedy: `Let one function serve all of them ({ routes: 'together' } and no route with a function of its own), or split the app.`,
    }),
  ];
}

/** Below one resource a REST API has one parameter, whatever the method. */
function checkSiblings(manifest: Manifest): readonly Problem[] {
  const first = new Map<
    string,
    { readonly part: string; readonly handler: HandlerDeclaration<RouteTrigger> }
  >();
  return handlersOf(manifest, 'route').flatMap((handler) => {
    const parts = handler.trigger.path.split('/');
    return parts.flatMap((part, index) => {
      if (!part.startsWith('{')) return [];
      const parent = parts.slice(0, index).join('/');
      const other = first.get(parent);
      if (!other) first.set(parent, { part, handler });
      return other && other.part !== part ? [sibling(handler, part, other.part, other.handler)] : [];
    });
  });
}

function sibling(
  { name, place, trigger }: HandlerDeclaration<RouteTrigger>,
  part: string,
  otherPart: string,
  other: HandlerDeclaration<RouteTrigger>,
): Problem {
  return problem('REST_PATH_PARAMETERS', {
    message: `'${trigger.path}' has ${part} where '${other.trigger.path}' has ${otherPart}; a REST API takes one parameter at a place.`,
    place,
    subject: name,
    remedy: `Give both the same name, or serve the app by an HTTP API (api: 'http').`,
  });
}

/** What answers unknown paths stands at the root as `{proxy+}`, beside the routes of several functions. */
function checkCatchAll(manifest: Manifest, config: ResolvedConfig): readonly Problem[] {
  const routes = gatewayRoutes({ manifest, config });
  if (routes.length === 1 || routes.every(({ path }) => path !== undefined)) return [];
  return handlersOf(manifest, 'route')
    .filter(({ trigger }) => /^\/\{(?!proxy\+\})/.test(trigger.path))
    .map(({ name, place, trigger }) =>
      problem('REST_PATH_PARAMETERS', {
        message: `'${trigger.path}' begins with a parameter, where a REST API that hands unknown paths to the app has {proxy+}.`,
        place,
        subject: name,
        remedy: `Leave unknown paths to the gateway, let one function serve all routes, or serve the app by an HTTP API (api: 'http').`,
      }),
    );
}
