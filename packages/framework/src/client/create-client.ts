import { parseRoute } from '../http/pattern.ts';
import { addressOf, type PathValues, type QueryValues, textOf } from './address.ts';
import type { Answer, Streaming } from './answer.ts';
import { bodyOf, contentOf, streamOf } from './content.ts';
import type { HeaderValues } from './input.ts';
import type { AnyCall, Bare, Routes } from './routes.ts';

/** What every call of a client has. */
export interface ClientOptions {
  /** Headers of each call, or what makes them, as one that renews a token does. */
  readonly headers?: HeaderValues | (() => HeaderValues | Promise<HeaderValues>) | undefined;
  /** In place of the global one, for credentials, retries or tests. */
  readonly fetch?: typeof fetch | undefined;
}

/** Calls the routes that modules export. An answer of any status is given back; only what gets none rejects, as `fetch` does. */
export type Client<Modules> =
  Routes<Modules> extends infer Every extends Record<keyof Every, AnyCall> ? Calling<Every> : never;

/**
 * `Every[Name]['given']`, by way of `infer`: as long as the compiler does not know the name, it took what is given for that of any
 * of the routes otherwise, and went through all of them for each property of each call.
 */
type GivenOf<Every extends Record<keyof Every, AnyCall>, Name extends keyof Every> = Every[Name] extends {
  readonly given: infer Given;
}
  ? Given
  : never;

interface Calling<Every extends Record<keyof Every, AnyCall>> {
  <Name extends keyof Every>(route: Name, given: GivenOf<Every, Name>): Promise<Every[Name]['answer']>;
  <Name extends Bare<Every>>(route: Name): Promise<Every[Name]['answer']>;
  /** The same with a body that is read while it comes, as that of a route that streams; a failure's is there at once. */
  readonly stream: {
    <Name extends keyof Every>(
      route: Name,
      given: GivenOf<Every, Name>,
    ): Promise<Streaming<Every[Name]['answer']>>;
    <Name extends Bare<Every>>(route: Name): Promise<Streaming<Every[Name]['answer']>>;
  };
}

/**
 * Makes a client of an app's routes, which knows them from the type of the modules that export them: nothing of the app is in its code.
 *
 * @param url - what `tankard url` says
 *
 * @example
 * import type * as app from './app.ts';
 *
 * const client = createClient<typeof app>('https://…');
 * const answer = await client('GET /orders/{id}', { params: { id: 7 } });
 * if (answer.status === 200) show(answer.body.state);
 */
export function createClient<Modules extends object>(
  url: string | URL,
  options: ClientOptions = {},
): Client<Modules> {
  const calling =
    (read: typeof bodyOf) =>
    async (route: string, given: AnyGiven = {}): Promise<Answer> => {
      const { method, path } = parseRoute(route);
      const address = addressOf(String(url), path, given.params, given.query);
      const { headers: every = {}, fetch: send = globalThis.fetch } = options;
      const headers = new Headers();
      const content = contentOf(given.body);
      for (const values of [
        content.headers,
        typeof every === 'function' ? await every() : every,
        given.headers,
      ])
        for (const [name, value] of Object.entries(values ?? {}))
          if (value !== undefined) headers.set(name, textOf(value));
      const signal = given.signal ?? null;
      const response = await send(address, { method, headers, body: content.body ?? null, signal });
      const { status, ok } = response;
      return { status, ok, body: await read(response), headers: response.headers };
    };
  // The types know what a route is given and answers; here it is told by its text alone.
  return Object.assign(calling(bodyOf), { stream: calling(streamOf) }) as unknown as Client<Modules>;
}

interface AnyGiven {
  readonly params?: PathValues;
  readonly query?: QueryValues;
  readonly headers?: HeaderValues;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}
