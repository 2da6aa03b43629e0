import type { HandlerDeclaration, Problem, RouteTrigger } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import { gatewayRoutes } from '../graph/lower/gateway-routes.ts';
import { handlersOf } from '../graph/lower/lowering.ts';
import type { CheckInput } from './check-app.ts';

type Route = HandlerDeclaration<RouteTrigger>;

/** What routes ask of their callers that the API as a whole can't hold. */
export function checkCallers({
  manifest,
  config,
}: Pick<CheckInput, 'manifest' | 'config'>): readonly Problem[] {
  const routes = handlersOf(manifest, 'route');
  const catchAll =
    config.api === 'function-url' ||
    gatewayRoutes({ config, manifest }).some(({ path }) => path === undefined) ||
    (config.api === 'rest' && routes.some(({ trigger }) => trigger.path === '/{proxy+}'));
  return [...(catchAll ? checkOne(routes) : []), ...(config.usagePlan?.keys ? [] : checkKeys(routes))];
}

/**
 * What comes by a route for all is matched by the function, which takes more spellings of a path than the gateway does: a route that
 * asks more of its callers than the others could be reached around its authorizer.
 */
function checkOne(routes: readonly Route[]): readonly Problem[] {
  const [first] = routes;
  const other = routes.find(({ trigger }) => first && asks(trigger) !== asks(first.trigger));
  if (!first || !other) return [];
  return [
    problem('AUTHORIZERS_DIFFER', {
      message: `'${patternOf(other)}' asks for ${asks(other.trigger)} and '${patternOf(first)}' for ${asks(first.trigger)}, and requests reach both by one route for all paths.`,
      place: other.place,
      subject: other.name,
      remedy:
        "Ask the same of the callers of all routes, or let API Gateway tell the routes apart: no notFound: 'app', no route /{proxy+} of a REST API, no function URL, 300 routes at most.",
    }),
  ];
}

function asks({ authorizer, scopes = [], apiKey }: RouteTrigger): string {
  const asked = [
    ...(authorizer === undefined ? [] : [`the authorizer '${authorizer}'`]),
    ...(scopes.length === 0 ? [] : [`one of the scopes ${scopes.toSorted().join(', ')}`]),
    ...(apiKey ? ['an API key'] : []),
  ];
  return asked.join(' and ') || 'nothing';
}

function patternOf({ trigger: { method, path } }: Route): string {
  return `${method} ${path}`;
}

/** API Gateway takes a key that is part of a plan of the API, and answers 403 where none is. */
function checkKeys(routes: readonly Route[]): readonly Problem[] {
  const [asking] = routes.filter(({ trigger }) => trigger.apiKey);
  if (!asking) return [];
  return [
    problem('API_KEY_WITHOUT_PLAN', {
      severity: 'warning',
      message: `'${patternOf(asking)}' asks for an API key, and the stage has none.`,
      place: asking.place,
      subject: asking.name,
      remedy:
        "Name keys in the configuration: usagePlan: { keys: ['partner-a'] }. Without, only keys that somebody adds in AWS are taken.",
    }),
  ];
}
