import type { Authorizer } from '../auth/authorizer.ts';
import type { AppAuth } from '../auth/found.ts';
import type { Issue, Schema } from '../schema.ts';
import type { HandlerOptions } from '../sources/handler-options.ts';
import type { AnswerSchemas } from './answers.ts';
import type { CorsOptions } from './cors/options.ts';
import type { RouteRequest } from './request.ts';

/** Options of a route that have no part in the types of its handler: the compiler makes them once, not for each route. */
interface PlainOptions extends HandlerOptions {
  /** The media types that are taken, such as `['image/png']`; others are answered with 415. Default: all. */
  readonly contentTypes?: readonly string[] | undefined;
  /** Scopes of which the caller's token has to have one; for authorizers that read tokens. */
  readonly scopes?: readonly string[] | undefined;
  /** Asks for a key of the usage plan in the header `x-api-key`; REST APIs only. */
  readonly apiKey?: boolean | undefined;
  /** Lets pages of other origins call it, or not (`false`), whatever the app says. Default: as the app. */
  readonly cors?: boolean | CorsOptions | undefined;
  /** Bytes of the body at most; a larger one is answered with 413. Default: what the gateway takes. */
  readonly bodyLimit?: number | undefined;
  /** The function that serves the route, shared with the routes that name the same one. */
  readonly function?: string | undefined;
}

/**
 * What a route may be told beside its pattern: its own options, and its function's settings. Schemas are of any library that
 * follows Standard Schema (zod, valibot, arktype, …). A request is validated before the handler runs; one that doesn't fit is
 * answered by `onInvalid`, or with 400 and the list of everything that is wrong with it.
 */
export interface RouteOptions<
  P extends string = string,
  Body = Schema | undefined,
  Query = Schema | undefined,
  Headers = Schema | undefined,
  Params = Schema | undefined,
  Answers = AnswerSchemas | undefined,
  Auth = AppAuth,
  Streams extends boolean = boolean,
> extends PlainOptions {
  readonly body?: Body | undefined;
  /**
   * Of an object with the query's names. A name that comes once is text, one that comes several times a list; a schema of a list
   * takes a single value too.
   */
  readonly query?: Query | undefined;
  /** Of an object with the headers by their names in lower case, each a text. */
  readonly headers?: Headers | undefined;
  /** Of an object with the path's parameters, each a text. */
  readonly params?: Params | undefined;
  /**
   * What the route answers, by status. The compiler holds the handler to them: a plain value is the body of 200, `reply(404, …)`
   * that of 404. Nothing is checked when it runs; thrown errors are answers beside these.
   */
  readonly answers?: Answers | undefined;
  /**
   * Answers a request that doesn't fit a schema, or whose body isn't JSON, in place of the 400. What it returns is
   * converted as a handler's result is.
   */
  onInvalid?(issues: readonly Issue[], request: RouteRequest<P>): unknown;
  /** Decides who may call the route; default the app's. `'none'`: everybody may. */
  readonly authorizer?: Authorizer<Auth> | 'none' | undefined;
  /**
   * The handler may return a stream: an async iterable of text and bytes, as an async generator gives, or a web `ReadableStream`; by
   * itself, in a `reply` or as the body of a `Response`. A REST API and a function URL send each chunk as it is made, an HTTP API all at
   * the end. The function as a whole is called so, and may run for 900 seconds.
   */
  readonly stream?: Streams | undefined;
}
