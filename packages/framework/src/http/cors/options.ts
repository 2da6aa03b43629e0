import type { CorsDeclaration } from '../../manifest/types.ts';

/** Which pages of other origins may call, and what browsers let them see. */
export interface CorsOptions {
  /** `'*'` (default) for all, `'https://*'`, or such as `'https://shop.example'`. */
  readonly origins?: readonly string[] | undefined;
  /** Default: those that the path has. */
  readonly methods?: readonly string[] | undefined;
  /** Headers that a page may send, beside those of AWS's own clients, `Authorization` and `Content-Type`. */
  readonly headers?: readonly string[] | undefined;
  /** Headers of an answer that a page may read, beside the simple ones. */
  readonly exposeHeaders?: readonly string[] | undefined;
  /** Seconds for which a browser need not ask again. */
  readonly maxAge?: number | undefined;
  /** Lets a page send cookies; its origin has to be spelled out. */
  readonly credentials?: boolean | undefined;
}

/** What AWS's clients send, in any API. */
const ALWAYS = ['Authorization', 'Content-Type', 'X-Amz-Date', 'X-Amz-Security-Token', 'X-Api-Key'];

/** Options with their defaults; `true` stands for nothing but defaults. */
export function corsDeclaration(cors: true | CorsOptions): CorsDeclaration {
  const { origins = ['*'], methods, headers = [], ...rest } = cors === true ? {} : cors;
  return {
    origins,
    methods,
    headers: [...new Set([...ALWAYS, ...headers])].sort(),
    exposeHeaders: rest.exposeHeaders ?? [],
    maxAge: rest.maxAge,
    credentials: rest.credentials ?? false,
  };
}

/**
 * What holds for a route: what it says, or else what the app says.
 * @returns `false` where the route says no, nothing where nobody says anything.
 */
export function routeCors(
  route: boolean | CorsOptions | undefined,
  app: boolean | CorsOptions | undefined,
): CorsDeclaration | false | undefined {
  if (route === false) return false;
  const said = typeof route === 'object' ? route : app || route;
  return said ? corsDeclaration(said) : undefined;
}
