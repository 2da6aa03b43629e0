import type { CorsDeclaration } from '../../manifest/types.ts';
import { type GatewayRequest, pathOf } from '../gateway-request.ts';
import type { RouteEntry } from '../handler.ts';
import { matcherOf } from '../path-router.ts';
import { type Reply, replyOf } from '../reply.ts';
import type { ProxyResult } from '../result.ts';
import { addHeaders } from './add-headers.ts';
import { corsHeaders } from './headers.ts';
import { type CorsOptions, corsDeclaration, routeCors } from './options.ts';
import { toldCors } from './told.ts';

/** What a function does for pages of other origins. */
export interface Cors {
  /** Answers what a browser asks before its request; nothing where it is no such question, or nobody may ask it. */
  preflight(request: GatewayRequest): Reply | undefined;
  /** Tells a browser who may read an answer, errors too. What the handler says of it stays. */
  added(result: ProxyResult, request: GatewayRequest): ProxyResult;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Makes what holds for the routes of a function; nothing where none of them is called from elsewhere, or the gateway answers. */
export function createCors(
  routes: readonly RouteEntry[],
  app: boolean | CorsOptions | undefined,
): Cors | undefined {
  const { cors: told, methods: elsewhere = {} } = toldCors();
  if (told === false) return undefined;
  const byRoute = new Map<string, CorsDeclaration>();
  for (const { declaration } of routes) {
    const { target, options } = declaration;
    const own = routeCors(options.cors, app);
    const holds = told && own !== false ? told : own;
    if (holds) byRoute.set(target, holds);
  }
  const rest = told ?? (app ? corsDeclaration(app) : undefined);
  if (byRoute.size === 0 && !rest) return undefined;

  let matcher: ReturnType<typeof matcherOf<RouteEntry['declaration']>> | undefined;
  /** The methods of a path that pages may call, and what holds for them. */
  const at = (path: string) => {
    matcher ??= matcherOf(routes.map(({ declaration }) => declaration));
    const methods: string[] = [];
    let holds: CorsDeclaration | undefined;
    for (const method of METHODS) {
      const found = matcher.match(method, path);
      const cors = found && byRoute.get(found.route.route.target);
      if (!cors) continue;
      methods.push(method, ...(elsewhere[found.route.path] ?? []));
      holds ??= cors;
    }
    return holds && { holds, methods: holds.methods ?? [...new Set(methods), 'OPTIONS'] };
  };

  return {
    preflight(request) {
      if (request.method !== 'OPTIONS') return undefined;
      const origin = request.header('origin');
      const asked = request.header('access-control-request-method');
      if (origin === undefined || asked === undefined) return undefined;
      const found = at(pathOf(request.raw));
      if (!found?.methods.includes(asked)) return undefined;
      const headers = corsHeaders(found.holds, origin);
      if (!('Access-Control-Allow-Origin' in headers)) return replyOf(204, undefined, headers);
      return replyOf(204, undefined, { 'Access-Control-Allow-Methods': found.methods.join(','), ...headers });
    },
    added(result, request) {
      const { route } = request;
      const holds = route === '' ? (at(pathOf(request.raw))?.holds ?? rest) : byRoute.get(route);
      return holds ? addHeaders(result, corsHeaders(holds, request.header('origin'))) : result;
    },
  };
}
