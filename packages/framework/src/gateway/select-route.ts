/**
 * What a WebSocket API finds in a message where its selection looks: `$request.body.action` is the member `action` of a message
 * that is JSON.
 *
 * @returns undefined where the message is no JSON or has no such member; it is for `$default` then
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export function selectRoute(selection: string, message: string): string | undefined {
  let found: unknown;
  try {
    found = JSON.parse(message);
  } catch {
    return undefined;
  }
  for (const name of selection.replace(/^\$request\.body\./, '').split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[name];
  }
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : undefined;
}
