import { takesType } from './content-types.ts';
import { HttpError } from './errors.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { RouteEntry } from './handler.ts';
import { issuesOf, validatedBody } from './validated-body.ts';

/** Runs a route: refuses a type that it doesn't take, validates the body, then calls the handler. */
export function serve(route: RouteEntry, request: GatewayRequest): unknown {
  const { body, contentTypes } = route.options;
  if (contentTypes) refuseOtherTypes(contentTypes, request.headers['content-type']);
  return body ? serveValidated(route, request) : route.handler(request);
}

async function serveValidated(route: RouteEntry, request: GatewayRequest): Promise<unknown> {
  const { body, onInvalid } = route.options;
  try {
    if (body) request.body = await validatedBody(body, request);
  } catch (error) {
    const issues = issuesOf(error);
    if (!issues || !onInvalid) throw error;
    return onInvalid(issues, request);
  }
  return route.handler(request);
}

/** A request without a type counts as JSON, as in Chalice. */
function refuseOtherTypes(taken: readonly string[], contentType = 'application/json'): void {
  if (takesType(taken, contentType)) return;
  throw new HttpError(415, `Unsupported media type: ${contentType}`, { code: 'UnsupportedMediaType' });
}
