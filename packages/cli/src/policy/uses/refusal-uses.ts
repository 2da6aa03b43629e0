import type { HandlerDeclaration } from '@tankard/framework/manifest';
import type { ResourceUse } from '../usage.ts';
import { SOCKET_URL } from '../values/socket.ts';

/**
 * What the framework itself sends: where a message does not fit its schema and the route gives no reply, the sender is told over its connection.
 */
export function refusalUses(handlers: readonly HandlerDeclaration[]): readonly ResourceUse[] {
  const telling = handlers.filter(
    ({ trigger }) => trigger.source === 'websocket' && trigger.message && !trigger.reply,
  );
  if (telling.length === 0) return [];
  const places = telling.flatMap(({ place }) => place ?? []);
  return [{ resource: SOCKET_URL, attributes: ['send'], places }];
}
