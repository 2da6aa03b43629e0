import type { AuthorizerEvent } from '../auth/authorizer-request.ts';
import { DEFAULT_IDENTITY, type Identity } from '../auth/identity.ts';
import { authorizerEvent as eventOf, identityValues } from '../gateway/authorizer-event.ts';
import { calledArn } from '../gateway/method-arn.ts';
import { type HttpInput, httpEvent } from './http-event.ts';
import { REGION } from './origin.ts';

/**
 * The event with which API Gateway asks an authorizer about a request.
 *
 * @param identity what the authorizer declares; its first value becomes `request.token`
 */
export function authorizerEvent(
  method: string,
  path: string,
  input: HttpInput = {},
  identity: readonly Identity[] = [DEFAULT_IDENTITY],
): AuthorizerEvent {
  const [pathname = ''] = path.split('?', 1);
  const event = httpEvent(method, path, input, { method, path: pathname, params: {} });
  return eventOf('request', event, calledArn(event, REGION), identityValues(identity, event) ?? []);
}
