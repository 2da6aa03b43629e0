import type {
  AuthorizerDeclaration,
  CognitoAuthorizerDeclaration,
  FunctionAuthorizerDeclaration,
  Manifest,
  RouteTrigger,
} from '@tankard/framework/manifest';
import type { AskedFunction, AuthorizationModel } from '../../resources/authorizer.ts';
import { join, pseudo, type Ref, ref, type Value } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import type { Node } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';

/** What an authorizer has for either kind of API. */
export type AnyAuthorizer = Exclude<AuthorizerDeclaration, { kind: 'iam' }>;

/** Those that are made in the API of the routes; it needs none for IAM, nor those of a WebSocket API. */
export function madeAuthorizers({ authorizers, handlers }: Manifest): readonly AnyAuthorizer[] {
  const asked = (source: 'route' | 'websocket') =>
    new Set(handlers.flatMap(({ trigger }) => (trigger.source === source ? [trigger.authorizer] : [])));
  const [routes, sockets] = [asked('route'), asked('websocket')];
  const isElsewhere = (name: string) => sockets.has(name) && !routes.has(name);
  return authorizers.filter((one): one is AnyAuthorizer => one.kind !== 'iam' && !isElsewhere(one.name));
}

/** Names are one space in an API; a function's is that of its handler, so that others end in what they read. */
export function authorizerName({ kind, name }: AnyAuthorizer): string {
  return kind === 'function' ? name : `${name}-token`;
}

/** Lets API Gateway ask the functions of the app; who owns another function lets it himself. */
export function authorizerPermissions({ manifest }: Lowering, api: Ref): readonly Node<'permission'>[] {
  const asked = madeAuthorizers(manifest).flatMap((one) => ownFunction(one) ?? []);
  return [...new Set(asked)].map((name) => {
    const sourceArn = ownArn('execute-api', api, '/authorizers/*');
    return permissionNode(name, { principal: 'apigateway.amazonaws.com', sourceArn });
  });
}

/** What has to be there before an authorizer may be used. */
export function authorizerNeeds(authorizer: AnyAuthorizer): readonly `permission:${string}`[] {
  const own = ownFunction(authorizer);
  return own === undefined ? [] : [`permission:${own}`];
}

/** The app's own function that is asked, by its name. */
export function ownFunction(authorizer: AnyAuthorizer): string | undefined {
  if (authorizer.kind !== 'function' || !('handler' in authorizer.function)) return undefined;
  return authorizer.function.handler;
}

export function askedFunction(
  authorizer: FunctionAuthorizerDeclaration,
  { placeholders }: Pick<Lowering, 'placeholders'>,
): AskedFunction {
  const { event, answer, ttl, function: called } = authorizer;
  const own = 'handler' in called ? (`function:${called.handler}` as const) : undefined;
  const arn = 'handler' in called ? ref(`function:${called.handler}`, 'arn') : placeholders.text(called.arn);
  return { kind: 'function', uri: invocationUri(arn), own, ttl, event, answer };
}

/** The address at which API Gateway invokes a function. */
export function invocationUri(functionArn: Value): Value {
  const path = ':lambda:path/2015-03-31/functions/';
  const service = join('arn:', pseudo('partition'), ':apigateway:', pseudo('region'), path);
  return join(service, functionArn, '/invocations');
}

/**
 * A user pool as an issuer of tokens, which is all that an HTTP API knows.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export function poolIssuer({ userPools: [pool = ''] }: CognitoAuthorizerDeclaration): Value {
  const [, , , region, , resource = ''] = pool.split(':');
  const id = resource.replace('userpool/', '');
  return join(`https://cognito-idp.${region}.`, pseudo('urlSuffix'), `/${id}`);
}

/** What a route asks of its callers, in the words of one kind of API; undefined where everybody may call it. */
export function authorizationOf<TokenType extends string>(
  { authorizer: name, scopes }: Pick<RouteTrigger, 'authorizer' | 'scopes'>,
  { authorizers }: Manifest,
  words: { readonly kind: `${'http' | 'rest' | 'websocket'}-authorizer`; readonly token: TokenType },
): AuthorizationModel<TokenType> | undefined {
  const declared = authorizers.find((one) => one.name === name);
  if (!declared) return undefined;
  if (declared.kind === 'iam') return { type: 'AWS_IAM' };
  const authorizer = ref(`${words.kind}:${declared.name}`, 'id');
  if (declared.kind === 'function') return { type: 'CUSTOM', authorizer };
  return { type: words.token, authorizer, scopes: scopes?.length ? scopes : undefined };
}
