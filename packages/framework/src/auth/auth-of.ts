import type { RawHttpEvent } from '../http/raw-event.ts';
import type { IamAuth, RouteAuth, TokenAuth } from './found.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What an authorizer found, read from where each API puts it; undefined where a route has none.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function authOf({ requestContext = {} }: RawHttpEvent): RouteAuth | undefined {
  const authorizer = requestContext.authorizer ?? undefined;
  const iam = fieldsOf(authorizer?.iam) ?? signerOf(fieldsOf(requestContext.identity));
  if (iam) return iamAuth(iam);
  if (!authorizer) return undefined;
  // An HTTP API has the claims one step deeper than a REST API.
  const token = fieldsOf(authorizer.jwt) ?? (fieldsOf(authorizer.claims) && authorizer);
  if (token) return tokenAuth(token);
  const { principalId, ...context } = fieldsOf(authorizer.lambda) ?? withoutLatency(authorizer);
  return { kind: 'function', principalId: text(principalId), context: texts(context) };
}

/** A REST API adds how long the authorizer took, in milliseconds, to what the authorizer said. */
function withoutLatency({ integrationLatency: _, ...said }: Fields): Fields {
  return said;
}

/** A REST API tells who signed beside the address of each caller. */
function signerOf(identity: Fields | undefined): Fields | undefined {
  return identity?.userArn ? { ...identity, userId: identity.user ?? identity.caller } : undefined;
}

function iamAuth({ accountId, accessKey, userArn, userId }: Fields): IamAuth {
  return {
    kind: 'iam',
    accountId: text(accountId),
    accessKey: text(accessKey),
    userArn: text(userArn),
    userId: text(userId),
  };
}

function tokenAuth(token: Fields): TokenAuth {
  const claims = texts(fieldsOf(token.claims) ?? {});
  const scopes = Array.isArray(token.scopes) ? token.scopes.map(text) : scopesIn(claims.scope ?? claims.scp);
  return { kind: 'token', claims, scopes };
}

const scopesIn = (claim = ''): readonly string[] => claim.split(/[\s[\]]+/).filter((scope) => scope !== '');

function texts(fields: Fields): Readonly<Record<string, string>> {
  const out: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(fields)) if (value !== null) out[name] = text(value);
  return out;
}

/** An HTTP API passes numbers and lists on as they are, a REST API as text. */
function text(value: unknown): string {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return value === undefined ? '' : String(value);
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}
