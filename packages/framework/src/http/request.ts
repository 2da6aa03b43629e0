import type { AppAuth } from '../auth/found.ts';
import type { LambdaContext } from '../context.ts';
import type { PathParams } from './pattern.ts';
import type { RawHttpEvent } from './raw-event.ts';

/**
 * What a route's handler gets, the same for both payload versions. Everything is read from the event
 * at its first use and is synchronous.
 *
 * @example
 * function show(req: RouteRequest<'GET /users/{id}'>) {
 *   return { id: req.params.id, verbose: req.query.verbose === 'yes' };
 * }
 */
export interface RouteRequest<P extends string = string, Body = unknown, Auth = AppAuth> {
  /** In capitals. */
  readonly method: string;
  /** Without the stage, percent-decoded: `/users/7`. */
  readonly path: string;
  /** The pattern that serves it, such as `GET /users/{id}`; empty where `app.onError` gets a request that none does. */
  readonly route: P;
  /** The path's parameters, percent-decoded. */
  readonly params: PathParams<P>;
  /** The query, decoded; of a name that comes several times the last value. See {@link queryAll}. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Every value of one name of the query, in order; empty where there is none. */
  queryAll(name: string): readonly string[];
  /** Names are in lower case; several values of one name are joined by `, `. See {@link header}. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** One header, its name in any case. */
  header(name: string): string | undefined;
  /** By name, percent-decoded; of a name that comes several times the first value, as the field does it. */
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /**
   * With a schema: what the schema made of the body. Without one: JSON where it is JSON, else the text;
   * undefined where there is no body.
   * @throws BadRequestError (400) where the body says that it is JSON and isn't
   */
  readonly body: Body;
  /**
   * The body as JSON, whatever its type says.
   * @throws BadRequestError (400) where it isn't JSON, or there is none
   */
  json(): unknown;
  /** The body as text; empty where there is none. */
  text(): string;
  /** The body's bytes, decoded from the base64 in which they arrive. */
  bytes(): Uint8Array;
  /** What the route's authorizer found, the same behind each API. */
  readonly auth: Auth;
  /** The event as it came in. */
  readonly raw: RawHttpEvent;
  readonly context: LambdaContext;
}
