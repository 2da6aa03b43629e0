import type { App } from '../app.ts';
import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Manifest, WebsocketTrigger } from '../manifest/types.ts';
import { handlerProblem, shown } from './handler-problem.ts';
import { checkConnect } from './websocket-connect.ts';

type Socket = HandlerDeclaration<WebsocketTrigger>;

const OWN_ROUTES = ['$connect', '$disconnect', '$default'];
/** Names of members, as far into a message as its route stands. */
const ROUTE_KEY = /^[\w-]+(?:\.[\w-]+)*$/;
/**
 * Seconds that a WebSocket API waits for an integration.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
 */
const MOST_SECONDS = 29;

/** Everything that is wrong with an app's WebSocket routes. */
export function checkWebsocket(app: App, manifest: Manifest, handlers: readonly Socket[]): Problem[] {
  return [
    ...checkRouteKey(app),
    ...checkDuplicates(handlers),
    ...handlers.flatMap((handler) => [
      ...checkRoute(handler),
      ...checkOptions(handler),
      ...checkTimeout(handler),
    ]),
    ...checkConnect(app, manifest, handlers),
  ];
}

function checkRouteKey({ options: { websocket } }: App): Problem[] {
  const { routeKey } = websocket ?? {};
  if (routeKey === undefined || ROUTE_KEY.test(routeKey)) return [];
  return [
    {
      code: 'WEBSOCKET_ROUTE_KEY',
      severity: 'error',
      message: `The app's messages are to name their route at '${routeKey}', which is no place in a message.`,
      remedy: "Write the name of a member, or a path to one: { websocket: { routeKey: 'message.type' } }.",
    },
  ];
}

function checkRoute(handler: Socket): Problem[] {
  const { route } = handler.trigger;
  if (route !== '' && (!route.startsWith('$') || OWN_ROUTES.includes(route))) return [];
  return [
    handlerProblem(
      handler,
      'WEBSOCKET_ROUTE',
      route === '' ? 'A WebSocket route has no name.' : `There is no WebSocket route '${route}'.`,
      "Write '$connect', '$disconnect', '$default', or what a message names its route by, such as 'send'.",
    ),
  ];
}

function checkDuplicates(handlers: readonly Socket[]): Problem[] {
  const first = new Map<string, Socket>();
  return handlers.flatMap((handler) => {
    const { route } = handler.trigger;
    const other = first.get(route);
    if (!other) first.set(route, handler);
    if (!other) return [];
    const message = `The WebSocket route '${route}' has two handlers: the other one is at ${shown(other.place)}.`;
    return [handlerProblem(handler, 'WEBSOCKET_ROUTE_TWICE', message, 'Take one of them away.')];
  });
}

/** What the types refuse, for those who write no types. */
function checkOptions(handler: Socket): Problem[] {
  const { route, authorizer, message, reply } = handler.trigger;
  const connects = route === '$connect';
  const misplaced = [
    ...(authorizer !== undefined && !connects ? ['authorizer'] : []),
    ...(connects || route === '$disconnect' ? [message && 'message', reply && 'reply'] : []),
  ].filter((option) => typeof option === 'string');
  return misplaced.map((option) =>
    handlerProblem(
      handler,
      'WEBSOCKET_OPTION',
      `The WebSocket route '${route}' has the option '${option}', which means nothing there.`,
      option === 'authorizer'
        ? "Give it to '$connect': who has connected is not asked again."
        : 'Leave it out: only messages are validated and replied to.',
    ),
  );
}

function checkTimeout(handler: Socket): Problem[] {
  const { timeout } = handler.settings;
  if (timeout === undefined || timeout <= MOST_SECONDS) return [];
  return [
    handlerProblem(
      handler,
      'ROUTE_TIMEOUT',
      `The WebSocket route '${handler.trigger.route}' has a timeout of ${timeout} seconds.`,
      `API Gateway gives up after ${MOST_SECONDS} seconds. Write at most ${MOST_SECONDS}, or hand the work to a queue, whose handler sends by app.connection.`,
    ),
  ];
}
