import { corsHeaders } from '@tankard/framework/gateway';
import { answersAlike, type CorsModel } from '../../resources/cors.ts';
import type { RestApiModel } from '../../resources/rest-api/model.ts';
import type { RestDeploymentModel } from '../../resources/rest-deployment/model.ts';
import { corsOf } from './cors.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import type { Lowering } from './lowering.ts';

/**
 * What a REST API itself answers pages of other origins: what browsers ask before they call, where everybody gets the same
 * answer, and its own errors.
 */
export function restCors(lowering: Pick<Lowering, 'config' | 'manifest'>): {
  readonly preflights: RestDeploymentModel['preflights'];
  readonly errorHeaders: RestApiModel['errorHeaders'];
} {
  const { all, rest, paths } = corsOf(lowering);
  const explicit = gatewayRoutes(lowering).some(({ path }) => path !== undefined);
  const everywhere = all ? ['/', '/{proxy+}'].map((path) => [path, all] as const) : [];
  const asked = explicit ? [...paths].map(([path, { cors }]) => [path, cors] as const) : everywhere;
  const preflights = asked.flatMap(([path, cors]) =>
    answersAlike(cors) ? [{ path, headers: preflightHeaders(cors) }] : [],
  );
  return {
    preflights: preflights.length > 0 ? preflights : undefined,
    errorHeaders: rest && errorHeaders({ ...rest, methods: [] }),
  };
}

function preflightHeaders(cors: CorsModel): Readonly<Record<string, string>> {
  const methods = [...cors.methods, 'OPTIONS'].join(',');
  return { ...corsHeaders(cors, undefined), 'Access-Control-Allow-Methods': methods };
}

/**
 * The gateway's own errors can't tell one origin from another. They tell nothing of the app, so that with several origins everybody may
 * read them; what is sent with cookies, nobody: browsers see to that.
 */
function errorHeaders(cors: CorsModel): Readonly<Record<string, string>> {
  if (!answersAlike(cors)) return { 'Access-Control-Allow-Origin': '*' };
  return corsHeaders(cors, undefined);
}
