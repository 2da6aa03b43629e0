import type { Known } from '../known.ts';
import type { RestDeploymentModel } from './model.ts';
import type { RestResource } from './route-table.ts';

/** What the gateway answers, without a function, to what a browser asks before it calls. */
export const PREFLIGHT = {
  status: '204',
  template: '{"statusCode": 204}',
  /** An API that takes every type for bytes would not read the template: it answers with 500 otherwise. */
  content: 'CONVERT_TO_TEXT',
} as const;

type Headers = Readonly<Record<string, string>>;

/** The headers of such answers, by path. */
export function wantedPreflights({
  preflights = [],
}: Pick<Known<RestDeploymentModel>, 'preflights'>): Readonly<Record<string, Headers>> {
  return Object.fromEntries(preflights.map(({ path, headers }) => [path, headers]));
}

/** The same as AWS says it; one that is made otherwise than ours has no headers. */
export function observedPreflights(resources: readonly RestResource[]): Readonly<Record<string, Headers>> {
  return Object.fromEntries(
    resources.flatMap(({ path = '', resourceMethods = {} }) => {
      const integration = resourceMethods.OPTIONS?.methodIntegration;
      if (integration?.type !== 'MOCK') return [];
      const said = integration.integrationResponses?.[PREFLIGHT.status]?.responseParameters ?? {};
      const ours =
        integration.contentHandling === PREFLIGHT.content &&
        integration.requestTemplates?.['application/json'] === PREFLIGHT.template;
      return [[path, ours ? unquoted(said, 'method.response.header.') : {}] as const];
    }),
  );
}

/** The same by the names of methods, as routes have them. */
export function preflightMethods(
  model: Pick<Known<RestDeploymentModel>, 'preflights'>,
): Readonly<Record<string, Headers>> {
  const entries = Object.entries(wantedPreflights(model));
  return Object.fromEntries(entries.map(([path, headers]) => [`OPTIONS ${path}`, headers]));
}

/** Headers as API Gateway is told of texts: `method.response.header.Vary` is `'Origin'`. */
export function quoted(headers: Headers, before: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [before + name, `'${value}'`]));
}

/** The same back. */
export function unquoted(parameters: Headers, before: string): Headers {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name.slice(before.length),
      value.replace(/^'|'$/g, ''),
    ]),
  );
}
