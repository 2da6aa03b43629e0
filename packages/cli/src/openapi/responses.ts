import type { ApiTarget } from '@tankard/framework/config';
import type { HandlerDeclaration, JsonObject, RouteTrigger } from '@tankard/framework/manifest';
import { contentOf, isOpen, sentAs } from './content.ts';
import type { Content, Response } from './document.ts';
import { type ErrorKind, errorSchema, statusOf } from './errors.ts';
import { phraseOf } from './phrases.ts';
import type { SchemaPool } from './schema-pool.ts';

/** What decides the answers of all routes. */
export interface AnswerRules {
  readonly api: ApiTarget;
  /** The app makes its errors itself, so that nothing is known of their bodies. */
  readonly ownErrors: boolean;
  readonly pool: SchemaPool;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
const BODILESS = new Set(['204', '205', '304']);

/** What a route answers, by status: what it says itself, and what its checks and its authorizer say for it. */
export function responsesOf(
  { name, docs, trigger }: HandlerDeclaration<RouteTrigger>,
  rules: AnswerRules,
): Readonly<Record<string, Response>> {
  const responses = new Map<string, Response>();
  const { answers } = trigger;
  for (const [status, schema] of Object.entries(answers ?? {})) {
    const description = (success(status) && docs?.returns) || phraseOf(status);
    const content = BODILESS.has(status) ? undefined : answerContent(schema, `${name}Answer`, rules);
    responses.set(status, { description, ...(content && { content }) });
  }
  if (!answers) responses.set('2XX', { description: docs?.returns ?? 'What the handler returns.' });
  for (const { status, when, kind } of errorsOf({ docs, trigger })) {
    const key = String(status);
    const content = errorContent(kind, rules);
    responses.set(key, both(responses.get(key), { description: when, ...(content && { content }) }));
  }
  return Object.fromEntries([...responses, ['default', anyError(rules)]]);
}

/** What may be thrown anywhere is not known by its status. */
function anyError({ ownErrors, pool }: AnswerRules): Response {
  const description = 'Any other error.';
  if (ownErrors) return { description };
  const anyOf = [errorSchema('app', pool), errorSchema('gateway', pool)];
  return { description, content: contentOf(['application/json'], { anyOf }) };
}

interface KnownError {
  readonly status: number;
  readonly when: string;
  readonly kind: ErrorKind;
}

function errorsOf({
  docs,
  trigger,
}: Pick<HandlerDeclaration<RouteTrigger>, 'docs' | 'trigger'>): KnownError[] {
  const { params, query, headers, body, onInvalid, bodyLimit, contentTypes, authorizer, apiKey } = trigger;
  const errors: KnownError[] = [];
  if (!onInvalid && [params, query, headers, body].some(Boolean))
    errors.push({ status: 400, kind: 'validation', when: 'The request does not fit.' });
  if (authorizer !== undefined)
    errors.push({ status: 401, kind: 'gateway', when: 'The request does not say who calls.' });
  if (authorizer !== undefined || apiKey)
    errors.push({ status: 403, kind: 'gateway', when: 'Who calls may not.' });
  if (bodyLimit !== undefined)
    errors.push({ status: 413, kind: 'app', when: `The body is larger than ${bodyLimit} bytes.` });
  if (contentTypes)
    errors.push({ status: 415, kind: 'app', when: `The body is none of ${contentTypes.join(', ')}.` });
  for (const thrown of docs?.throws ?? []) {
    const status = statusOf(thrown);
    if (status !== undefined)
      errors.push({ status, kind: 'app', when: thrown.when.replace(/^\d+\s*/, '') || phraseOf(status) });
  }
  return errors;
}

/** Text goes as it is, with the type that the target gives it. */
function answerContent(schema: JsonObject, name: string, { api, pool }: AnswerRules): Content {
  if (isOpen(schema)) return contentOf(['*/*'], undefined);
  const { text, json } = sentAs(schema);
  const added = pool.add(schema, name);
  if (!text) return contentOf(['application/json'], added);
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html: others call it JSON, which it is not.
  if (api !== 'http') return contentOf(['application/json'], undefined);
  return contentOf(json ? ['application/json', 'text/plain'] : ['text/plain'], added);
}

function errorContent(kind: ErrorKind, { ownErrors, pool }: AnswerRules): Content | undefined {
  if (ownErrors && kind !== 'gateway') return undefined;
  return contentOf(['application/json'], errorSchema(kind, pool));
}

/** Where one status comes about in two ways, either may be the answer. */
function both(one: Response | undefined, other: Response): Response {
  if (!one) return other;
  const description = [...new Set([one.description, other.description])].join(' ');
  if (!one.content || !other.content) return { ...one, description };
  const content: Record<string, { readonly schema?: JsonObject | undefined }> = { ...one.content };
  for (const [type, { schema }] of Object.entries(other.content)) {
    const known = content[type];
    content[type] = known ? either(known.schema, schema) : schema ? { schema } : {};
  }
  return { description, content };
}

function either(one: JsonObject | undefined, other: JsonObject | undefined) {
  if (!one || !other) return {};
  return { schema: JSON.stringify(one) === JSON.stringify(other) ? one : { anyOf: [one, other] } };
}

const success = (status: string): boolean => status.startsWith('2');
