import {
  type Authorizer,
  cognitoAuthorizer,
  type Identity,
  iamAuthorizer,
  lambdaAuthorizer,
  type RouteAuth,
} from '@tankard/framework';
import type { CaseApp, CaseAuthorizer } from './app-language.ts';

/** The authorizer that a route of a case names. @throws Error where the case has none of that name, or of that type */
export function authorizerOf({ authorizers = {} }: CaseApp, name: string): Authorizer<RouteAuth> {
  const described = authorizers[name];
  if (!described) throw new Error(`The case has no authorizer '${name}'.`);
  return made(described);
}

function made({
  type,
  name,
  provider_arns: userPools = [],
  ...custom
}: CaseAuthorizer): Authorizer<RouteAuth> {
  switch (type) {
    case 'cognito':
      return cognitoAuthorizer({ name, userPools });
    case 'iam':
      return iamAuthorizer();
    case 'custom': {
      const { authorizer_uri: uri = '', ttl_seconds: ttl, header = 'Authorization' } = custom;
      const [, arn = uri] = /\/functions\/(.*)\/invocations$/.exec(uri) ?? [];
      const identity: Identity[] = [`header.${header}`];
      return lambdaAuthorizer({ name, function: arn, ttl, identity, event: 'token' });
    }
    default:
      throw new Error(`The language has a type of authorizer that is not known here: ${type}.`);
  }
}
