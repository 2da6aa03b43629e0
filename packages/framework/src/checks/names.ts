import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Manifest, Trigger } from '../manifest/types.ts';
import { handlerProblem, shown } from './handler-problem.ts';

/** Function names become part of names in AWS. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const LONGEST = 64;
const APP_NAME = /^[A-Za-z][A-Za-z0-9-]{0,31}$/;

/** The app and every handler have names that AWS takes, and no two handlers have the same. */
export function checkNames({ app, handlers, routes }: Manifest): Problem[] {
  const first = new Map<string, HandlerDeclaration>();
  const problems = handlers.flatMap((handler) => {
    const { name, trigger } = handler;
    if (name === '') return [unnamed(handler)];
    const other = first.get(name);
    if (other) return [doubled(handler, other)];
    first.set(name, handler);
    if (!NAME.test(name) || name.length > LONGEST) return [invalid(handler)];
    const isReserved = routes === 'together' && isTogether(name, trigger.source, handlers);
    return isReserved ? [reserved(handler)] : [];
  });
  const shared = handlers.flatMap((handler) => {
    const { trigger } = handler;
    const named = 'function' in trigger ? trigger.function : undefined;
    const owner = first.get(named ?? '');
    if (owner && owner !== handler) return [taken(handler, owner)];
    return named !== undefined && isMixed(named, handlers) ? [mixed(handler, named)] : [];
  });
  return [...checkAppName(app), ...problems, ...shared];
}

/** `api` serves all routes, and `websocket` all of the WebSocket API, where there are some. */
function isTogether(
  name: string,
  source: Trigger['source'],
  handlers: readonly HandlerDeclaration[],
): boolean {
  if (name === 'api') return source !== 'route';
  const isUsed = handlers.some(({ trigger }) => trigger.source === 'websocket');
  return name === 'websocket' && isUsed && source !== 'websocket';
}

/** Whether routes of both kinds are to be served by a function. */
function isMixed(named: string, handlers: readonly HandlerDeclaration[]): boolean {
  const sources = handlers.flatMap(({ trigger }) => {
    if (trigger.source !== 'route' && trigger.source !== 'websocket') return [];
    return (trigger.function ?? (trigger.source === 'route' ? 'api' : 'websocket')) === named
      ? trigger.source
      : [];
  });
  return new Set(sources).size > 1;
}

function mixed(handler: HandlerDeclaration, named: string): Problem {
  return handlerProblem(
    handler,
    'FUNCTION_SHARED',
    `The function '${named}' is to serve routes of HTTP and of WebSockets, whose events are different.`,
    "Give one kind a function of its own: { function: '…' }.",
  );
}

function checkAppName(name: string): Problem[] {
  if (APP_NAME.test(name)) return [];
  return [
    {
      code: 'APP_NAME_INVALID',
      severity: 'error',
      message: `The app's name '${name}' can't begin the names of its functions and buckets.`,
      remedy: "Begin with a letter, go on with letters, digits or '-', 32 at most: new App('group-mailer').",
    },
  ];
}

function taken(handler: HandlerDeclaration, owner: HandlerDeclaration): Problem {
  return handlerProblem(
    handler,
    'FUNCTION_NAME_TAKEN',
    `The route is to be served by the function '${owner.name}', which is the handler at ${shown(owner.place)}.`,
    "Give the function of the routes a name that no handler has: { function: '…' }.",
  );
}

function unnamed(handler: HandlerDeclaration): Problem {
  return handlerProblem(
    handler,
    'HANDLER_UNNAMED',
    `A handler of the source '${handler.trigger.source}' has no name.`,
    "Assign what the call returns to a constant, or give it a name: { name: 'sendReport' }.",
  );
}

function doubled(handler: HandlerDeclaration, other: HandlerDeclaration): Problem {
  return handlerProblem(
    handler,
    'HANDLER_NAME_TWICE',
    `Two handlers are called '${handler.name}': at ${shown(handler.place)} and at ${shown(other.place)}.`,
    "Rename one of them, or give one another name: { name: '…' }.",
  );
}

function invalid(handler: HandlerDeclaration): Problem {
  return handlerProblem(
    handler,
    'HANDLER_NAME_INVALID',
    `The handler's name '${handler.name}' can't be part of a function's name.`,
    `Begin with a letter, go on with letters, digits, '-' or '_', ${LONGEST} at most; or give it another name: { name: '…' }.`,
  );
}

function reserved(handler: HandlerDeclaration): Problem {
  return handlerProblem(
    handler,
    'HANDLER_NAME_RESERVED',
    `A handler is called '${handler.name}', as the function that serves the ${handler.name === 'api' ? 'routes' : 'WebSocket routes'} is.`,
    "Give it another name, or set { routes: 'separate' } on the App.",
  );
}
