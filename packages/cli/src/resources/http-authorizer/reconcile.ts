import {
  type ApiGatewayV2Client,
  type Authorizer,
  CreateAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  DeleteAuthorizerCommand,
  GetAuthorizersCommand,
  UpdateAuthorizerCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { type HttpAuthorizerModel, httpIdentity } from '../authorizer.ts';
import type { Known } from '../known.ts';
import type { Properties, ReconcileContext, Reconciler } from '../reconciler.ts';
import type { SharedReconciler } from '../shared-reconciler.ts';

type AnyModel = Pick<Model, 'api' | 'physicalName'>;
type Model = Known<HttpAuthorizerModel>;

/** One kind of API, and what its authorizers are told beside their name. */
interface ApiAuthorizers<Model> {
  readonly kind: 'http-authorizer' | 'websocket-authorizer';
  readonly partOf: 'http-api' | 'websocket-api';
  wanted(model: Model): Properties;
  propertiesOf(own: Authorizer): Properties;
  settingsOf(model: Model): Omit<CreateAuthorizerCommandInput, 'ApiId' | 'Name'>;
}

export const httpAuthorizerReconciler: Reconciler<'http-authorizer'> = authorizerReconciler({
  kind: 'http-authorizer',
  partOf: 'http-api',
  wanted: ({ identity, asks }) => ({
    identity: httpIdentity(identity),
    uri: asks.kind === 'function' ? asks.uri : undefined,
    simple: asks.kind === 'function' ? asks.answer === 'simple' : undefined,
    ttl: asks.kind === 'function' ? asks.ttl : undefined,
    payload: asks.kind === 'function' ? '2.0' : undefined,
    issuer: asks.kind === 'issuer' ? asks.issuer : undefined,
    audience: asks.kind === 'issuer' ? asks.audience.toSorted() : undefined,
  }),
  propertiesOf,
  settingsOf,
});

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html */
export function authorizerReconciler<Model extends AnyModel>(
  api: ApiAuthorizers<Model>,
): SharedReconciler<Model> {
  const { kind, partOf, wanted } = api;
  const requestOf = (model: Model) => ({
    ApiId: model.api,
    Name: model.physicalName,
    ...api.settingsOf(model),
  });
  return {
    partOf,
    replaces: [],
    key: ({ api, physicalName }) => ({ api, name: physicalName }),
    wanted,

    async observe({ key: { api: id = '', name }, recorded }, context) {
      const same = (await authorizersOf(id, context)).filter(({ Name }) => Name === name);
      const own = same.find(({ AuthorizerId }) => AuthorizerId === recorded?.attributes.id) ?? same[0];
      if (!own) return undefined;
      const others = same.filter((one) => one !== own).map(({ AuthorizerId = '' }) => AuthorizerId);
      return {
        attributes: { id: own.AuthorizerId },
        properties: { ...api.propertiesOf(own), duplicates: others.length > 0 ? others : undefined },
      };
    },

    async ensure(model, { clients, signal }) {
      const gateway = await clients.apiGatewayV2();
      // AWS takes a name as often as it is given.
      const there = await readAuthorizers(gateway, model.api);
      if (there.some(({ Name }) => Name === model.physicalName)) return undefined;
      const request = new CreateAuthorizerCommand(requestOf(model));
      const made = await afterOthers(() => gateway.send(request), { signal });
      return sentAgain(made) ? undefined : { attributes: { id: made.AuthorizerId } };
    },

    async sync({ model, observed, changed }, { clients, signal }) {
      const gateway = await clients.apiGatewayV2();
      if ([...changed].some((name) => name !== 'duplicates')) {
        const request = { ...requestOf(model), AuthorizerId: observed.attributes.id };
        await afterOthers(() => gateway.send(new UpdateAuthorizerCommand(request)), { signal });
      }
      const { duplicates } = observed.properties;
      if (Array.isArray(duplicates)) await deleteAll(gateway, model.api, duplicates.map(String), signal);
      return { attributes: observed.attributes };
    },

    async remove({ key: { api = '', name } }, { clients, signal }) {
      const gateway = await clients.apiGatewayV2();
      const own = (await readAuthorizers(gateway, api)).filter(({ Name }) => Name === name);
      const ids = own.map(({ AuthorizerId = '' }) => AuthorizerId);
      await deleteAll(gateway, api, ids, signal);
    },

    async list(context, parents) {
      const apis = parents.flatMap((parent) => (parent.kind === partOf ? [parent.attributes.id ?? ''] : []));
      const found = await Promise.all(
        apis.map(async (id) => (await authorizersOf(id, context)).map((one) => ({ api: id, ...one }))),
      );
      return found.flat().map(({ api: id, AuthorizerId, Name = '' }) => ({
        kind,
        name: Name,
        key: { api: id, name: Name },
        attributes: { id: AuthorizerId },
      }));
    },
  };
}

function propertiesOf(own: Authorizer) {
  const asksFunction = own.AuthorizerType === 'REQUEST';
  return {
    identity: own.IdentitySource ?? [],
    uri: own.AuthorizerUri || undefined,
    simple: asksFunction ? (own.EnableSimpleResponses ?? false) : undefined,
    ttl: asksFunction ? own.AuthorizerResultTtlInSeconds : undefined,
    payload: asksFunction ? own.AuthorizerPayloadFormatVersion : undefined,
    issuer: own.JwtConfiguration?.Issuer,
    audience: own.JwtConfiguration?.Audience?.toSorted(),
  };
}

function settingsOf({ identity, asks }: Model) {
  const IdentitySource = [...httpIdentity(identity)];
  if (asks.kind === 'issuer') {
    const JwtConfiguration = { Issuer: asks.issuer, Audience: [...asks.audience] };
    return { AuthorizerType: 'JWT', IdentitySource, JwtConfiguration } as const;
  }
  return {
    AuthorizerType: 'REQUEST',
    IdentitySource,
    AuthorizerUri: asks.uri,
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: asks.answer === 'simple',
    AuthorizerResultTtlInSeconds: asks.ttl,
  } as const;
}

function authorizersOf(api: string, { clients, once }: ReconcileContext): Promise<readonly Authorizer[]> {
  return once(`http-authorizers ${api}`, async () => readAuthorizers(await clients.apiGatewayV2(), api));
}

function readAuthorizers(gateway: ApiGatewayV2Client, ApiId: string): Promise<readonly Authorizer[]> {
  return allPages(
    (NextToken) => unlessAbsent(gateway.send(new GetAuthorizersCommand({ ApiId, NextToken }))),
    ({ Items }) => Items,
  );
}

async function deleteAll(
  gateway: ApiGatewayV2Client,
  ApiId: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const AuthorizerId of ids) {
    const call = () => gateway.send(new DeleteAuthorizerCommand({ ApiId, AuthorizerId }));
    await unlessAbsent(afterOthers(call, { signal }));
  }
}
