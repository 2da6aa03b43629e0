import type { HandlerDeclaration, Manifest } from '@tankard/framework/manifest';

/** One Lambda function and the handlers that it serves: one, or several routes. */
export interface FunctionSpec {
  readonly name: string;
  readonly handlers: readonly HandlerDeclaration[];
}

/** The name of the function that serves all routes together. */
export const API_FUNCTION = 'api';

/** Which functions an app has. Routes share one function unless the app or the route says otherwise. */
export function functionsOf(manifest: Manifest): readonly FunctionSpec[] {
  const functions = new Map<string, HandlerDeclaration[]>();
  for (const handler of manifest.handlers) {
    const name = functionName(manifest, handler);
    const served = functions.get(name);
    if (served) served.push(handler);
    else functions.set(name, [handler]);
  }
  return [...functions].map(([name, handlers]) => ({ name, handlers }));
}

function functionName(manifest: Manifest, handler: HandlerDeclaration): string {
  if (handler.trigger.source !== 'route') return handler.name;
  return handler.trigger.function ?? (manifest.routes === 'together' ? API_FUNCTION : handler.name);
}
