import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Manifest } from '../manifest/types.ts';
import { handlerProblem, shown } from './handler-problem.ts';

/** Function names become part of names in AWS. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const LONGEST = 64;

/** Every handler has a name that AWS takes, and no two have the same. */
export function checkNames({ handlers, routes }: Manifest): Problem[] {
  const first = new Map<string, HandlerDeclaration>();
  return handlers.flatMap((handler) => {
    const { name, trigger } = handler;
    if (name === '') return [unnamed(handler)];
    const other = first.get(name);
    if (other) return [doubled(handler, other)];
    first.set(name, handler);
    if (!NAME.test(name) || name.length > LONGEST) return [invalid(handler)];
    return routes === 'together' && name === 'api' && trigger.source !== 'route' ? [reserved(handler)] : [];
  });
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
    "A handler is called 'api', as the function that serves the routes is.",
    "Give it another name, or set { routes: 'separate' } on the App.",
  );
}
