import type { RawHttpEvent, Refusal } from '@tankard/framework/gateway';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const FORBIDDEN: Refusal = {
  status: 403,
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'ForbiddenException' },
  body: { message: 'Forbidden' },
};

/** A key that fits, as a REST API tells the function of it; or the refusal. Limits of the plan are not held here. */
export function checkApiKey(
  event: RawHttpEvent,
  keys: ReadonlyMap<string, string>,
): { readonly refused: Refusal } | { readonly identity: Readonly<Record<string, string>> } {
  const given = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === 'x-api-key')?.[1];
  const name = given === undefined ? undefined : keys.get(given);
  if (given === undefined || name === undefined) return { refused: FORBIDDEN };
  return { identity: { apiKey: given, apiKeyId: name } };
}
