import type { AppAuth } from '../auth/found.ts';
import type { LambdaContext } from '../context.ts';
import type { MadeBy } from '../schema.ts';
import type { Form } from './form.ts';
import type { PathParams } from './pattern.ts';
import type { RawHttpEvent, RawRequestContext } from './raw-event.ts';

/** Texts by name; one that is not there is undefined. */
export type Values = Readonly<Record<string, string | undefined>>;

/** What schemas make of the parts of a request, and its authorizer finds; one that is left out is as it comes. */
export interface RequestParts {
  readonly auth?: unknown;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly headers?: unknown;
}

type Part<Parts, Name extends keyof RequestParts, AsItComes> = Parts extends {
  readonly [key in Name]: infer Made;
}
  ? Made
  : AsItComes;

/**
 * What each request has. What its route says of it stands in {@link RouteRequest} and {@link CheckedRequest}: the compiler makes
 * the members of those anew for each route, and these once.
 */
interface AnyRequest {
  /** In capitals. */
  readonly method: string;
  /** Without the stage, percent-decoded: `/users/7`. */
  readonly path: string;
  /** The pattern that serves it, such as `GET /users/{id}`; empty where `app.onError` gets a request that none does. */
  readonly route: string;
  /** The path's parameters, percent-decoded; with a schema what that made of them. */
  readonly params: unknown;
  /** The query, decoded; of a name that comes several times the last value. With a schema what that made of it. */
  readonly query: unknown;
  /** Every value of one name of the query, in order; empty where there is none. */
  queryAll(name: string): readonly string[];
  /** Names are in lower case; several values of one name are joined by `, `. With a schema what that made of them. */
  readonly headers: unknown;
  /** One header as it came, its name in any case. */
  header(name: string): string | undefined;
  /** By name, percent-decoded; of a name that comes several times the first value, as the field does it. */
  readonly cookies: Values;
  /**
   * With a schema: what the schema made of the body. Without one: JSON where it is JSON, else the text;
   * undefined where there is no body.
   * @throws BadRequestError (400) where the body says that it is JSON and isn't
   */
  readonly body: unknown;
  /**
   * The body as JSON, whatever its type says.
   * @throws BadRequestError (400) where it isn't JSON, or there is none
   */
  json(): unknown;
  /** The body as text; empty where there is none. */
  text(): string;
  /** The body's bytes, decoded from the base64 in which they arrive. */
  bytes(): Uint8Array;
  /**
   * The body as a form, as `application/x-www-form-urlencoded` or `multipart/form-data` have it.
   * @throws HttpError (rejects with 415) where it says that it is something else, BadRequestError (400) where it can't be read
   */
  form(): Promise<Form>;
  /** What the route's authorizer found, the same behind each API. */
  readonly auth: unknown;
  /** The variables of the API's stage, of a gateway that has them. */
  readonly stageVariables: Values;
  /** What the gateway says of the call: its id, its time, who called. */
  readonly requestContext: RawRequestContext;
  /** The event as it came in. */
  readonly raw: RawHttpEvent;
  /** Lambda's own. */
  readonly context: LambdaContext;
}

/**
 * What a route's handler gets, the same for all kinds of event. Everything but a form is read from the event
 * at its first use and is synchronous.
 *
 * @example
 * function show(req: RouteRequest<'GET /users/{id}'>) {
 *   return { id: req.params.id, verbose: req.query.verbose === 'yes' };
 * }
 *
 * @example
 * // With `{ query: Page }` among the route's options:
 * function list(req: RouteRequest<'GET /users', unknown, { query: z.infer<typeof Page> }>) { … }
 */
export interface RouteRequest<P extends string = string, Body = unknown, Parts extends RequestParts = object>
  extends AnyRequest {
  readonly route: P;
  readonly params: Part<Parts, 'params', PathParams<P>>;
  readonly query: Part<Parts, 'query', Values>;
  readonly headers: Part<Parts, 'headers', Values>;
  readonly body: Body;
  readonly auth: Part<Parts, 'auth', AppAuth>;
}

/**
 * {@link RouteRequest} by the schemas of a route. It is generic over these and not over what they make, which the compiler asks
 * for only where a handler reads it.
 */
export interface CheckedRequest<P extends string, Body, Query, Headers, Params, Auth> extends AnyRequest {
  readonly route: P;
  readonly params: MadeBy<Params, PathParams<P>>;
  readonly query: MadeBy<Query, Values>;
  readonly headers: MadeBy<Headers, Values>;
  readonly body: MadeBy<Body, unknown>;
  readonly auth: Auth;
}
