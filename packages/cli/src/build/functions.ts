import type { ApiTarget } from '@tankard/framework/config';
import type { HandlerDeclaration, Manifest } from '@tankard/framework/manifest';

/** One Lambda function and the handlers that it serves: one, or several routes of HTTP or of WebSockets. */
export interface FunctionSpec {
  readonly name: string;
  readonly handlers: readonly HandlerDeclaration[];
}

/** The name of the function that serves all routes together. */
export const API_FUNCTION = 'api';

/** The name of the function that serves all WebSocket routes together. */
export const WEBSOCKET_FUNCTION = 'websocket';

const known = new WeakMap<Manifest, readonly FunctionSpec[]>();

/** Which functions an app has. Routes share one function unless the app or the route says otherwise; WebSocket routes another one. */
export function functionsOf(manifest: Manifest): readonly FunctionSpec[] {
  // Asked for each function anew by what looks at functions one by one.
  const specs = known.get(manifest) ?? listed(manifest);
  known.set(manifest, specs);
  return specs;
}

function listed(manifest: Manifest): readonly FunctionSpec[] {
  const functions = new Map<string, HandlerDeclaration[]>();
  for (const handler of manifest.handlers) {
    const name = functionName(manifest, handler);
    const served = functions.get(name);
    if (served) served.push(handler);
    else functions.set(name, [handler]);
  }
  return [...functions].map(([name, handlers]) => ({ name, handlers }));
}

/** Whether all that a function answers is sent as it is made: a route of it streams, and the target of the routes can. */
export function isStreaming({ handlers }: Pick<FunctionSpec, 'handlers'>, api: ApiTarget): boolean {
  return (
    api !== 'http' && handlers.some(({ trigger }) => trigger.source === 'route' && trigger.stream === true)
  );
}

/** The function that serves a handler. */
export function functionName(manifest: Manifest, handler: HandlerDeclaration): string {
  const { trigger, name } = handler;
  if (trigger.source !== 'route' && trigger.source !== 'websocket') return name;
  const together = trigger.source === 'route' ? API_FUNCTION : WEBSOCKET_FUNCTION;
  return trigger.function ?? (manifest.routes === 'together' ? together : name);
}
