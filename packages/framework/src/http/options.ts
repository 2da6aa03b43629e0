import type { Authorizer } from '../auth/authorizer.ts';
import type { AppAuth } from '../auth/found.ts';
import type { Issue, Schema } from '../schema.ts';
import type { HandlerOptions } from '../sources/handler-options.ts';
import type { CorsOptions } from './cors/options.ts';
import type { RouteRequest } from './request.ts';

/** What a route may be told beside its pattern: its own options, and its function's settings. */
export interface RouteOptions<Body = unknown, P extends string = string, Auth = AppAuth>
  extends HandlerOptions {
  /**
   * A Standard Schema of the body (zod, valibot, arktype, …). The body is validated before the handler runs;
   * one that doesn't fit is answered by `onInvalid`, or with 400 and the list of issues.
   */
  readonly body?: Schema<Body> | undefined;
  /**
   * Answers a body that doesn't fit the schema, or isn't JSON, in place of the 400. What it returns is
   * converted as a handler's result is.
   */
  onInvalid?(issues: readonly Issue[], request: RouteRequest<P>): unknown;
  /** The media types that are taken, such as `['image/png']`; others are answered with 415. Default: all. */
  readonly contentTypes?: readonly string[] | undefined;
  /** Decides who may call the route; default the app's. `'none'`: everybody may. */
  readonly authorizer?: Authorizer<Auth> | 'none' | undefined;
  /** Scopes of which the caller's token has to have one; for authorizers that read tokens. */
  readonly scopes?: readonly string[] | undefined;
  /** Asks for a key of the usage plan in the header `x-api-key`; REST APIs only. */
  readonly apiKey?: boolean | undefined;
  /** Lets pages of other origins call it, or not (`false`), whatever the app says. Default: as the app. */
  readonly cors?: boolean | CorsOptions | undefined;
  /** The function that serves the route, shared with the routes that name the same one. */
  readonly function?: string | undefined;
}
