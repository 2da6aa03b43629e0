import { parseRoute } from '../http/pattern.ts';
import { registrationOf } from '../registration.ts';
import type { Allow, AllowedRoutes, AuthContext, Deny } from './decision.ts';

/** What API Gateway takes as an authorizer's answer. */
export interface AuthorizerAnswer {
  readonly principalId: string;
  readonly policyDocument: {
    readonly Version: '2012-10-17';
    readonly Statement: readonly PolicyAnswerStatement[];
  };
  readonly context: AuthContext;
}

interface PolicyAnswerStatement {
  readonly Action: 'execute-api:Invoke';
  readonly Effect: 'Allow' | 'Deny';
  readonly Resource: readonly string[];
}

/**
 * Writes a decision as the policy that API Gateway evaluates.
 *
 * @param arn of the method that is called; the policy is for routes of its API and stage.
 * @throws {TypeError} where a route is none, or the context holds what a REST API refuses
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function policyAnswer(decision: Allow | Deny, arn: string): AuthorizerAnswer {
  const stage = arn.split('/', 2).join('/');
  // What is asked about a connection has no path below its route.
  const all = arn === `${stage}/$connect` ? `${stage}/*` : `${stage}/*/*`;
  const { principalId } = decision;
  if (decision.effect === 'deny') return answer(principalId, 'Deny', [all], {});
  const { routes, context = {} } = decision;
  refuseNested(context);
  return answer(principalId, 'Allow', patternsOf(routes).map(resourceIn(stage, all)), context);
}

function answer(
  principalId: string,
  Effect: PolicyAnswerStatement['Effect'],
  Resource: readonly string[],
  context: AuthContext,
): AuthorizerAnswer {
  const statement = { Action: 'execute-api:Invoke', Effect, Resource } as const;
  return { principalId, policyDocument: { Version: '2012-10-17', Statement: [statement] }, context };
}

function patternsOf(routes: AllowedRoutes): readonly string[] {
  if (routes === '*') return ['*'];
  return routes.map((route) => {
    if (typeof route === 'string') return route;
    const declaration = registrationOf(route)?.declaration;
    if (declaration?.source === 'route' || declaration?.source === 'websocket') return declaration.target;
    throw new TypeError(
      "An authorizer allows something that is no route: write 'GET /users/{id}', '/users', '$connect' or '*'.",
    );
  });
}

const resourceIn = (stage: string, all: string) => (route: string) => {
  if (route === '*') return all;
  if (route === '$connect') return `${stage}/$connect`;
  const { method, path } = route.startsWith('/') ? { method: 'ANY', path: route } : parseRoute(route);
  return `${stage}/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]*\}/g, '*')}`;
};

/** A REST API answers 500 for each request whose context holds a list or an object. */
function refuseNested(context: AuthContext): void {
  for (const [name, value] of Object.entries(context)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) continue;
    throw new TypeError(
      `The authorizer's context has '${name}', which is no text, number or truth value: write JSON.stringify(…).`,
    );
  }
}
