import type { HandlerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import { contentOf, isOpen, sentAs } from './content.ts';
import type { Operation, RequestBody } from './document.ts';
import { parametersOf } from './parameters.ts';
import type { PathParameter } from './path.ts';
import { type AnswerRules, responsesOf } from './responses.ts';
import type { SchemaPool } from './schema-pool.ts';
import type { Security } from './security.ts';

export interface OperationRules extends AnswerRules {
  readonly security: Security;
}

/** One route and method of the document. */
export function operationOf(
  handler: HandlerDeclaration<RouteTrigger>,
  id: string,
  path: readonly PathParameter[],
  rules: OperationRules,
): Operation {
  const { trigger, docs, feature, settings, name } = handler;
  const parameters = parametersOf(trigger, path, rules.pool, name);
  const requestBody = requestBodyOf(trigger, `${name}Body`, rules.pool);
  const security = rules.security.requirementsOf(trigger);
  const summary = docs?.summary ?? settings.description;
  return {
    operationId: id,
    ...(summary !== undefined && { summary }),
    ...(docs?.description !== undefined && { description: docs.description }),
    ...(docs?.deprecated && { deprecated: true }),
    ...(feature && { tags: [tagOf(feature)] }),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: responsesOf(handler, rules),
    ...(security.length > 0 && { security }),
  };
}

/** The features that a handler is part of, as one heading. */
export function tagOf(feature: readonly string[]): string {
  return feature.join(' / ');
}

/** What a schema validates is text where the request says so, else JSON. */
function requestBodyOf(
  { body, contentTypes }: RouteTrigger,
  name: string,
  pool: SchemaPool,
): RequestBody | undefined {
  if (!body && !contentTypes) return undefined;
  const schema = body && !isOpen(body) ? pool.add(body, name) : undefined;
  const isText = body && schema && sentAs(body).text;
  const types = contentTypes ?? (isText ? ['application/json', 'text/plain'] : ['application/json']);
  // A request without a type counts as JSON, which may not be among those that are taken.
  const required = schema !== undefined || !types.includes('application/json');
  return { ...(required && { required }), content: contentOf(types, schema) };
}
