import type { Manifest, RouteTrigger } from '@tankard/framework/manifest';
import { type FunctionSpec, functionsOf } from '../../build/functions.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { ref, type Value } from '../../resources/value.ts';
import { domainUrl } from './domain-names.ts';
import { handlersOf } from './lowering.ts';

/** What the app's API is called in node ids. */
export const API = 'api';

/** What tells the base URL of each target. */
const URLS = { http: 'http-api', rest: 'rest-api', 'function-url': 'function-url' } as const;

/** The form in which each target sends its events. */
export const PAYLOADS = { http: '2.0', rest: '1.0', 'function-url': 'function-url' } as const;

/**
 * The base URL of the app's API; nothing where there are no routes. That of a function URL ends in a slash; one of the API's own name is
 * known before anything is made.
 */
export function apiUrl(
  manifest: Manifest,
  { api, domain }: Pick<ResolvedConfig, 'api' | 'domain'>,
): Value | undefined {
  if (handlersOf(manifest, 'route').length === 0) return undefined;
  if (domain) return domainUrl(domain);
  return ref(`${URLS[api]}:${API}`, 'url');
}

/** One route as API Gateway is told of it. */
export interface ApiRoute {
  readonly method: string;
  /** Absent: everything that no other route takes. */
  readonly path?: string | undefined;
  readonly function: string;
  /** What it asks of its callers. */
  readonly asks: Pick<RouteTrigger, 'authorizer' | 'scopes' | 'apiKey'>;
}

/**
 * Which routes the gateway gets: each by itself, or everything for the one function to match.
 *
 * @param fits whether the gateway takes so many
 */
export function apiRoutes(
  manifest: Manifest,
  fits: (routes: readonly ApiRoute[]) => boolean,
): readonly ApiRoute[] {
  const served = routeFunctions(manifest);
  const explicit = served.flatMap(({ name, handlers }) =>
    handlers.flatMap(({ trigger }) =>
      trigger.source === 'route'
        ? [{ method: trigger.method, path: trigger.path, function: name, asks: trigger }]
        : [],
    ),
  );
  const alone = served.length === 1;
  if (manifest.notFound === 'gateway' && (!alone || fits(explicit))) return explicit;
  // All of them ask the same then: `checks/callers.ts`.
  const asks = explicit[0]?.asks ?? {};
  const all = { method: 'ANY', function: catchAllFunction(served), asks };
  return alone ? [all] : [...explicit, all];
}

/** The functions that serve routes. */
export function routeFunctions(manifest: Manifest): readonly FunctionSpec[] {
  return functionsOf(manifest).filter(({ handlers }) =>
    handlers.some(({ trigger }) => trigger.source === 'route'),
  );
}

/** Answers what no route takes: the one of the routes that name no function, or else the first. */
function catchAllFunction(served: readonly FunctionSpec[]): string {
  return served.find(({ name }) => name === API)?.name ?? served[0]?.name ?? API;
}
