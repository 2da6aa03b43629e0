import { type AllowedRoutes, App, allow } from '@tankard/framework';
import { testContext } from '@tankard/framework/testing';

/** A case of auth_response_policy: what an authorizer allows, and the answer that API Gateway gets. */
export interface AuthorizerCase {
  readonly routes: readonly (string | { readonly path: string; readonly methods: readonly string[] })[];
  readonly principal_id: string;
  readonly context: Readonly<Record<string, string>>;
  readonly method_arn: string;
  readonly expected: PolicyAnswer;
}

interface PolicyAnswer {
  readonly principalId: string;
  readonly policyDocument: { readonly Statement: readonly { readonly Resource: readonly string[] }[] };
  readonly context: Readonly<Record<string, string>>;
}

/** What an authorizer that decides as the case says answers. */
export function policyOf({
  routes,
  principal_id: principalId,
  context,
  method_arn: methodArn,
}: AuthorizerCase) {
  const patterns = routes.flatMap((route) =>
    typeof route === 'string' ? [route] : route.methods.map((method) => patternOf(method, route.path)),
  );
  const authorizer = new App('authorizers').authorizer(() =>
    allow({ routes: patterns as AllowedRoutes, principalId, context }),
  );
  return authorizer({ type: 'TOKEN', authorizationToken: 'token', methodArn }, testContext());
}

/** A policy with some other resources. */
export function withResources(
  { policyDocument, ...answer }: PolicyAnswer,
  change: (resource: string) => string,
): PolicyAnswer {
  const Statement = policyDocument.Statement.map((one) => ({ ...one, Resource: one.Resource.map(change) }));
  return { ...answer, policyDocument: { ...policyDocument, Statement } };
}

function patternOf(method: string, path: string): string {
  return `${method === '*' ? 'ANY' : method} ${path}`;
}
