import { sizeOf } from './body.ts';
import { takesType } from './content-types.ts';
import { HttpError } from './errors.ts';
import { contentTypeOf } from './headers.ts';
import type { RouteOptions } from './options.ts';
import type { Serve } from './serve.ts';

/** Refuses a type that a route doesn't take, then a body that is too large. */
export function withinLimits({ contentTypes, bodyLimit }: RouteOptions, serve: Serve): Serve {
  const sized = bodyLimit === undefined ? serve : limited(bodyLimit, serve);
  return contentTypes ? ofTypes(contentTypes, sized) : sized;
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
    const contentType = contentTypeOf(request.raw) ?? 'application/json';
    if (takesType(taken, contentType)) return serve(request);
    throw new HttpError(415, `Unsupported media type: ${contentType}`, { code: 'UnsupportedMediaType' });
  };
}
