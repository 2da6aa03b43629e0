import type { ApiTarget } from '@tankard/framework/config';
import type { HandlerDeclaration, Manifest, RouteTrigger } from '@tankard/framework/manifest';
import { type Info, METHODS, type Method, type OpenApiDocument, type Operation } from './document.ts';
import { operationOf, tagOf } from './operation.ts';
import { createPaths } from './path.ts';
import { createSchemaPool } from './schema-pool.ts';
import { securityOf } from './security.ts';

export interface DocumentOptions {
  readonly info: Info;
  readonly api: ApiTarget;
  /** Where the routes are; none where that is not known yet. */
  readonly urls: readonly string[];
}

type Route = HandlerDeclaration<RouteTrigger>;

/** An app's routes as an OpenAPI document; those that a comment calls internal are left out. */
export function openapiDocument(manifest: Manifest, { info, api, urls }: DocumentOptions): OpenApiDocument {
  const routes = manifest.handlers.filter(isRoute).filter(({ docs }) => !docs?.internal);
  const pool = createSchemaPool();
  const security = securityOf(
    manifest.authorizers,
    routes.map(({ trigger }) => trigger),
  );
  const rules = { api, pool, security, ownErrors: manifest.onError === true };
  const pathOf = createPaths();
  const paths: Record<string, Partial<Record<Method, Operation>>> = {};
  for (const { trigger } of routes) paths[pathOf(trigger).text] = {};
  // A method of its own goes before one that stands for all that are left.
  for (const route of routes.toSorted((one, other) => Number(isAny(one)) - Number(isAny(other)))) {
    const { text, parameters } = pathOf(route.trigger);
    for (const [method, id] of methodsOf(route)) {
      const item = paths[text];
      if (item) item[method] ??= operationOf(route, id, parameters, rules);
    }
  }
  const tags = [...new Set(routes.flatMap(({ feature }) => (feature ? [tagOf(feature)] : [])))];
  const components = {
    ...(hasAny(pool.schemas) && { schemas: pool.schemas }),
    ...(hasAny(security.schemes) && { securitySchemes: security.schemes }),
  };
  return {
    openapi: '3.1.1',
    info,
    ...(urls.length > 0 && { servers: urls.map((url) => ({ url })) }),
    ...(tags.length > 0 && { tags: tags.map((name) => ({ name })) }),
    paths,
    ...(hasAny(components) && { components }),
  };
}

function isRoute(handler: HandlerDeclaration): handler is Route {
  return handler.trigger.source === 'route';
}

const isAny = ({ trigger }: Route): boolean => trigger.method === 'ANY';

/** The methods of a route, each with the name of its operation. */
function methodsOf({ name, trigger }: Route): readonly (readonly [Method, string])[] {
  if (trigger.method !== 'ANY') return [[trigger.method.toLowerCase() as Method, name]];
  return METHODS.map((method) => [method, `${name}_${method}`]);
}

const hasAny = (record: object): boolean => Object.keys(record).length > 0;
