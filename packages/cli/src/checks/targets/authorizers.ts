import type { AuthorizerDeclaration } from '@tankard/framework/manifest';
import { handlersOf } from '../../graph/lower/lowering.ts';
import type { CheckInput } from '../check-app.ts';
import { type Capability, routesThat, routeUse } from './capability.ts';

/** What not every target can do about who calls. */
export const authorizerCapabilities: readonly Capability[] = [
  {
    what: "an authorizer for an issuer's tokens",
    targets: ['http'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    uses: routesWith(({ kind }) => kind === 'jwt'),
  },
  {
    what: 'an authorizer for user pools',
    targets: ['http', 'rest'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    uses: routesWith(({ kind }) => kind === 'cognito'),
  },
  {
    what: 'an authorizer for several user pools',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
    uses: routesWith((one) => one.kind === 'cognito' && one.userPools.length > 1),
  },
  {
    what: 'an authorizer for the tokens of all clients of a user pool',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
    uses: routesWith((one) => one.kind === 'cognito' && one.clients.length === 0),
  },
  {
    what: 'an authorizer for a user pool that only a deployment knows',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
    uses: routesWith((one) => one.kind === 'cognito' && one.userPools.some((arn) => !arn.startsWith('arn:'))),
  },
  {
    what: 'a function that decides who may call it',
    targets: ['http', 'rest'],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    uses: routesWith(({ kind }) => kind === 'function'),
  },
  {
    what: 'an authorizer that is sent the token alone',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
    uses: routesWith((one) => one.kind === 'function' && one.event === 'token'),
  },
  {
    what: 'an authorizer that answers with isAuthorized',
    targets: ['http'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html',
    uses: routesWith((one) => one.kind === 'function' && one.answer === 'simple'),
  },
  {
    what: 'an API key',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    uses: routesThat(({ apiKey }) => apiKey === true),
  },
  {
    what: 'a usage plan',
    targets: ['rest'],
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    uses: ({ config }) => (config.usagePlan ? [{ by: 'The configuration', subject: 'usagePlan' }] : []),
  },
];

/** The routes whose authorizer is one of these. */
function routesWith(asks: (authorizer: AuthorizerDeclaration) => boolean): Capability['uses'] {
  return ({ manifest }: CheckInput) => {
    const names = new Set(manifest.authorizers.filter(asks).map(({ name }) => name));
    return handlersOf(manifest, 'route')
      .filter(({ trigger }) => names.has(trigger.authorizer ?? ''))
      .map(routeUse);
  };
}
