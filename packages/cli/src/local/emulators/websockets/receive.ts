import { randomUUID } from 'node:crypto';
import { disconnectEvent, messageEvent, selectRoute } from '@tankard/framework/gateway';
import type { Farewell, OpenConnection } from './open-connection.ts';
import type { SocketHost, SocketRoute } from './socket-app.ts';

/** Takes a client's message to its route. What goes wrong the client is told, and stays connected. */
export async function receive(
  text: string,
  { call, send }: OpenConnection,
  host: SocketHost,
  time: Date,
): Promise<void> {
  const requestId = randomUUID();
  const tell = (message: string) =>
    send(JSON.stringify({ message, connectionId: call.connectionId, requestId }));
  const app = await host.app().catch(() => undefined);
  if (!app) return tell('Internal server error');
  const found = routeOf(text, app);
  if (!found) return tell('Forbidden');
  const [key, route] = found;
  const event = JSON.stringify(messageEvent(key, text, { ...call, requestId, time }));
  const cause = { by: 'websocket', what: `WebSocket ${key}`, after: [] } as const;
  const { failed, payload } = await host.invoke({ function: route.function, event, cause });
  if (failed) return tell('Internal server error');
  const body = route.reply ? (JSON.parse(payload) as { readonly body?: unknown } | null)?.body : undefined;
  if (typeof body === 'string' && body !== '') send(body);
}

/** No message reaches a route of API Gateway's own but `$default`. */
function routeOf(
  text: string,
  { routes, selection }: NonNullable<Awaited<ReturnType<SocketHost['app']>>>,
): readonly [key: string, route: SocketRoute] | undefined {
  const wanted = selectRoute(selection, text);
  const key = wanted !== undefined && !wanted.startsWith('$') && routes.has(wanted) ? wanted : '$default';
  const route = routes.get(key);
  return route && [key, route];
}

/** Tells the handler of `$disconnect`, which has no say any more. */
export async function disconnected(
  farewell: Farewell,
  { call }: Pick<OpenConnection, 'call'>,
  host: SocketHost,
  time: Date,
): Promise<void> {
  const route = (await host.app().catch(() => undefined))?.routes.get('$disconnect');
  if (!route) return;
  const event = JSON.stringify(disconnectEvent(farewell, { ...call, requestId: randomUUID(), time }));
  await host.invoke({
    function: route.function,
    event,
    cause: { by: 'websocket', what: 'WebSocket $disconnect', after: [] },
  });
}
