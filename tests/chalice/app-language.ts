import type { CaseCors } from './cors-case.ts';

/** The small language in which the cases describe apps. */
export interface CaseApp {
  readonly app_name: string;
  readonly debug?: boolean;
  readonly cors?: boolean | CaseCors;
  readonly binary_types?: readonly string[];
  readonly middleware?: readonly CaseMiddleware[];
  readonly blueprints?: Readonly<Record<string, CaseBlueprint>>;
  readonly authorizers?: Readonly<Record<string, CaseAuthorizer>>;
  readonly handlers: readonly CaseHandler[];
}

/** An authorizer, under the name by which routes of the case mean it. */
export interface CaseAuthorizer {
  /** `cognito`, `custom`, `iam`. */
  readonly type: string;
  readonly name?: string;
  readonly provider_arns?: readonly string[];
  readonly authorizer_uri?: string;
  readonly ttl_seconds?: number;
  readonly header?: string;
}

/** How a module of handlers is taken in. Names of ours are those of constants, and take no prefix. */
export interface CaseBlueprint {
  readonly url_prefix?: string;
  readonly name_prefix?: string;
}

/** `kind` is the name of Chalice's decorator. */
export interface CaseHandler {
  readonly kind: string;
  readonly fn: string;
  readonly args: CaseRouteArgs;
  readonly blueprint?: string;
  readonly do: CaseAction;
}

/** What a middleware does is said in words. */
export interface CaseMiddleware {
  readonly event_type: string;
  readonly fn: string;
  readonly behaviour: string;
}

export interface CaseRouteArgs {
  readonly path: string;
  readonly methods?: readonly string[];
  readonly content_types?: readonly string[];
  readonly cors?: boolean | CaseCors | null;
  readonly authorizer?: string;
}

/** What a handler does. */
export type CaseAction =
  | { readonly return: unknown }
  | { readonly return_bytes_b64: string }
  | { readonly response: CaseResponse }
  | { readonly raise: { readonly type: string; readonly message: string } }
  | { readonly echo: readonly string[] };

export interface CaseResponse {
  readonly body?: unknown;
  readonly body_b64?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly status_code?: number;
}

/** The path that a route of a case is served under. */
export function servedPath({ blueprints = {} }: CaseApp, { args, blueprint }: CaseHandler): string {
  const { url_prefix: prefix = '' } = (blueprint !== undefined && blueprints[blueprint]) || {};
  return args.path === '/' && prefix !== '' ? prefix : `${prefix}${args.path}`;
}

/** What an app or a handler may say; anything else is a part of the language that this test does not know. */
const APP_KEYS = [
  'app_name',
  'debug',
  'cors',
  'binary_types',
  'middleware',
  'blueprints',
  'authorizers',
  'handlers',
];
const ROUTE_KEYS = ['path', 'methods', 'content_types', 'cors', 'authorizer', 'name', 'api_key_required'];

/** @throws Error where an app says something that this test would pass over in silence */
export function refuseUnknownWords(app: CaseApp): void {
  const unknown = Object.keys(app).filter((key) => !APP_KEYS.includes(key));
  for (const handler of app.handlers) {
    if (handler.kind === 'route')
      unknown.push(...Object.keys(handler.args).filter((key) => !ROUTE_KEYS.includes(key)));
  }
  if (unknown.length > 0) throw new Error(`A case's app says something unknown: ${unknown.join(', ')}.`);
}
