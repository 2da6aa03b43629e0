import type { RawHttpEvent } from '../http/raw-event.ts';
import { httpApiEvent } from './http-api-event.ts';
import type { ProxyCall, ProxyRequest } from './proxy-request.ts';

/** The host that stands in the events of a function URL, which tells them from an HTTP API's. */
const HOST = 'local.lambda-url.us-east-1.on.aws';

/**
 * The event that a function URL makes of a request: payload 2.0, always of `$default`, with the path as it was called.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export function functionUrlEvent(request: ProxyRequest, call: ProxyCall = {}): RawHttpEvent {
  const event = httpApiEvent(request, '$default', { domainName: HOST, ...call, stage: '$default' });
  const { requestContext } = event;
  return {
    ...event,
    rawPath: request.path,
    requestContext: { ...requestContext, http: { ...requestContext?.http, path: request.path } },
  };
}
