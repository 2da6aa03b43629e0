import { sizeOf } from './body.ts';
import { takesType } from './content-types.ts';
import { HttpError } from './errors.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { RouteEntry } from './handler.ts';
import { checkedParts, checkRequest, issuesOf } from './validation.ts';

/** Runs what a route's requests go through: checks, and the handler. */
export type Serve = (request: GatewayRequest) => unknown;

// Left out where the code holds no validator.
const validate = process.env.TANKARD_WITHOUT_SCHEMAS ? undefined : validated;

/**
 * Puts what a route asks for in front of its handler: a type that it doesn't take is refused, then a body that is too
 * large, then what doesn't fit a schema. A route that asks for nothing is its handler and no more.
 */
export function serveOf({ options, ...route }: RouteEntry): Serve {
  const { contentTypes, bodyLimit } = options;
  let serve: Serve = (request) => route.handler(request);
  serve = validate?.(options, serve) ?? serve;
  if (bodyLimit !== undefined) serve = limited(bodyLimit, serve);
  return contentTypes ? ofTypes(contentTypes, serve) : serve;
}

function validated(options: RouteEntry['options'], serve: Serve): Serve | undefined {
  const parts = checkedParts(options);
  if (parts.length === 0) return undefined;
  return async (request) => {
    try {
      const checking = checkRequest(parts, options, request);
      if (checking) await checking;
    } catch (error) {
      const issues = issuesOf(error);
      if (!issues || !options.onInvalid) throw error;
      return options.onInvalid(issues, request);
    }
    return await serve(request);
  };
}

function limited(most: number, serve: Serve): Serve {
  return (request) => {
    if (sizeOf(request.raw) <= most) return serve(request);
    throw new HttpError(413, `The body is larger than ${most} bytes.`, { code: 'PayloadTooLarge' });
  };
}

/** A request without a type counts as JSON, as in Chalice. */
function ofTypes(taken: readonly string[], serve: Serve): Serve {
  return (request) => {
    const contentType = request.header('content-type') ?? 'application/json';
    if (takesType(taken, contentType)) return serve(request);
    throw new HttpError(415, `Unsupported media type: ${contentType}`, { code: 'UnsupportedMediaType' });
  };
}
