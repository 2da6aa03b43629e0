import type { App } from '../app.ts';
import type { Registration } from '../registration.ts';
import type { DeclarationOf } from '../sources/declaration.ts';

/** A handler of the WebSocket API. */
export type SocketRoute = Registration & { readonly declaration: DeclarationOf<'websocket'> };

/** An app's WebSocket routes, by what names them. */
export function socketRoutes({ state }: App): ReadonlyMap<string, SocketRoute> {
  const routes = state.registrations.filter(
    (one): one is SocketRoute => one.declaration.source === 'websocket',
  );
  return new Map(routes.map((route) => [route.declaration.target, route]));
}
