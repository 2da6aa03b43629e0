import type { AppOptions } from '../app.ts';
import type { AppAuth } from '../auth/found.ts';
import type { Answered, AnswerSchemas, AnyAnswers } from '../http/answers.ts';
import { routeCors } from '../http/cors/options.ts';
import type { RouteOptions } from '../http/options.ts';
import { parseRoute, type RoutePattern } from '../http/pattern.ts';
import type { CheckedRequest, RouteRequest } from '../http/request.ts';
import type { RouteType } from '../http/route-type.ts';
import { jsonSchema } from '../manifest/json-schema.ts';
import type { RouteTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler } from '../registration.ts';
import type { Schema } from '../schema.ts';
import type { DeclarationOf } from './declaration.ts';

/** `Prefix` stands in front of the paths, as that of a feature does. */
export interface OnRoute<Prefix extends string = ''> {
  <const P extends RoutePattern, Out>(
    route: P,
    handler: (request: RouteRequest<P>) => Out,
  ): Handler<[RouteRequest<P>], Out, RouteType<Prefix, P>>;
  <
    const P extends RoutePattern,
    // `const`, or the compiler would take the literals of a handler for any text before it sees what the answers want.
    const Out extends Answered<Answers, Streams>,
    Body extends Schema | undefined = undefined,
    Query extends Schema | undefined = undefined,
    Headers extends Schema | undefined = undefined,
    Params extends Schema | undefined = undefined,
    Answers extends AnswerSchemas = AnyAnswers,
    Auth = AppAuth,
    Streams extends boolean = false,
  >(
    route: P,
    options: RouteOptions<P, Body, Query, Headers, Params, Answers, Auth, Streams>,
    handler: (request: CheckedRequest<P, Body, Query, Headers, Params, NoInfer<Auth>>) => Out,
  ): Handler<
    [CheckedRequest<P, Body, Query, Headers, Params, Auth>],
    Out,
    RouteType<Prefix, P, Body, Query, Headers, Params, Answers>
  >;
  <
    const P extends RoutePattern,
    Body extends Schema | undefined = undefined,
    Query extends Schema | undefined = undefined,
    Headers extends Schema | undefined = undefined,
    Params extends Schema | undefined = undefined,
    Answers extends AnswerSchemas = AnyAnswers,
    Auth = AppAuth,
    Streams extends boolean = false,
  >(
    route: P,
    options?: RouteOptions<P, Body, Query, Headers, Params, Answers, Auth, Streams>,
  ): Registrar<
    [CheckedRequest<P, Body, Query, Headers, Params, NoInfer<Auth>>],
    Answered<NoInfer<Answers>, NoInfer<Streams>>,
    RouteType<Prefix, P, Body, Query, Headers, Params, Answers>
  >;
}

/**
 * @param authorizer the name of the route's authorizer in the manifest
 * @param cors what the app says
 */
export function routeTrigger(
  { target, options }: DeclarationOf<'route'>,
  authorizer: string | undefined,
  cors: AppOptions['cors'],
): RouteTrigger {
  return {
    source: 'route',
    ...parseRoute(target),
    function: options.function,
    authorizer,
    scopes: options.scopes,
    apiKey: options.apiKey || undefined,
    cors: routeCors(options.cors, cors),
    ...schemasOf(options),
    answers: options.answers && answerSchemas(options.answers),
    onInvalid: options.onInvalid ? true : undefined,
    contentTypes: options.contentTypes,
    bodyLimit: options.bodyLimit,
    stream: options.stream || undefined,
  };
}

function schemasOf({ params, query, headers, body }: RouteOptions): Partial<RouteTrigger> {
  const schema = (its: Schema | undefined) => its && jsonSchema(its, 'input');
  return { params: schema(params), query: schema(query), headers: schema(headers), body: schema(body) };
}

function answerSchemas(answers: object): RouteTrigger['answers'] {
  const entries = Object.entries(answers as Readonly<Record<string, Schema>>);
  return Object.fromEntries(entries.map(([status, schema]) => [status, jsonSchema(schema, 'output')]));
}
