import {
  type APIGatewayClient,
  type Authorizer,
  CreateAuthorizerCommand,
  DeleteAuthorizerCommand,
  GetAuthorizersCommand,
  UpdateAuthorizerCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { restIdentity } from '../authorizer.ts';
import type { Change, Properties, Reconciler } from '../reconciler.ts';
import { authorizerType } from './authorizer-type.ts';
import { poolChanges } from './pool-changes.ts';

/** What one page holds at most; an API has ten authorizers. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const PAGE = 500;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
export const restAuthorizerReconciler: Reconciler<'rest-authorizer'> = {
  partOf: 'rest-api',
  replaces: [],
  key: ({ api, physicalName }) => ({ api, name: physicalName }),
  wanted: ({ identity, asks }) => ({
    type: authorizerType(asks),
    identity: restIdentity(identity) || undefined,
    uri: asks.kind === 'function' ? asks.uri : undefined,
    ttl: asks.kind === 'function' ? asks.ttl : undefined,
    pools: asks.kind === 'pools' ? asks.pools.toSorted() : undefined,
  }),

  async observe({ key: { api = '', name } }, context) {
    const all = await context.once(`rest-authorizers ${api}`, async () =>
      readAuthorizers(await context.clients.apiGateway(), api),
    );
    const own = all.find((one) => one.name === name);
    return own && { attributes: { id: own.id }, properties: propertiesOf(own) };
  },

  async ensure(model, context) {
    const gateway = await context.clients.apiGateway();
    const { asks } = model;
    // AWS takes a name once in an API; an engine may take it as often as it is given.
    const there = await readAuthorizers(gateway, model.api);
    if (there.some(({ name }) => name === model.physicalName)) return undefined;
    const call = new CreateAuthorizerCommand({
      restApiId: model.api,
      name: model.physicalName,
      type: authorizerType(asks),
      identitySource: restIdentity(model.identity) || undefined,
      ...(asks.kind === 'function' && {
        authorizerUri: asks.uri,
        authorizerResultTtlInSeconds: asks.ttl,
      }),
      ...(asks.kind === 'pools' && { providerARNs: [...asks.pools] }),
    });
    const made = await unless(
      afterOthers(() => gateway.send(call), context),
      ['ConflictException'],
    );
    return made && !sentAgain(made) ? { attributes: { id: made.id } } : undefined;
  },

  async sync(change, context) {
    const gateway = await context.clients.apiGateway();
    const { model, observed } = change;
    const patchOperations = patchesOf(change);
    const request = { restApiId: model.api, authorizerId: observed.attributes.id, patchOperations };
    await afterOthers(() => gateway.send(new UpdateAuthorizerCommand(request)), context);
    return { attributes: observed.attributes };
  },

  async remove({ key: { api = '', name } }, context) {
    const gateway = await context.clients.apiGateway();
    for (const own of await readAuthorizers(gateway, api)) {
      if (own.name !== name) continue;
      const names = { restApiId: api, authorizerId: own.id };
      await unlessAbsent(afterOthers(() => gateway.send(new DeleteAuthorizerCommand(names)), context));
    }
  },

  async list({ clients }, parents) {
    const gateway = await clients.apiGateway();
    const apis = parents.flatMap(({ kind, attributes }) =>
      kind === 'rest-api' ? [attributes.id ?? ''] : [],
    );
    const found = await Promise.all(
      apis.map(async (api) => (await readAuthorizers(gateway, api)).map((one) => ({ api, ...one }))),
    );
    return found.flat().map(({ api, id, name = '' }) => ({
      kind: 'rest-authorizer',
      name,
      key: { api, name },
      attributes: { id },
    }));
  },
};

function propertiesOf({ type, identitySource, ...own }: Authorizer): Properties {
  const asksFunction = type !== 'COGNITO_USER_POOLS';
  return {
    type,
    identity: identitySource?.split(/,\s*/).join(', ') || undefined,
    uri: own.authorizerUri || undefined,
    // An engine may give what an update set as the text that it was sent.
    ttl: asksFunction ? Number(own.authorizerResultTtlInSeconds) : undefined,
    pools: asksFunction ? undefined : own.providerARNs?.toSorted(),
  };
}

/** Paths of https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateAuthorizer-Patch */
const PATHS = {
  type: '/type',
  identity: '/identitySource',
  uri: '/authorizerUri',
  ttl: '/authorizerResultTtlInSeconds',
} as const;

function patchesOf({ changed, observed, wanted }: Change<'rest-authorizer'>) {
  const replaced = (Object.keys(PATHS) as (keyof typeof PATHS)[])
    .filter((name) => changed.has(name))
    .map((name) => ({ op: 'replace' as const, path: PATHS[name], value: String(wanted[name] ?? '') }));
  return [...replaced, ...poolChanges(observed.properties.pools, wanted.pools)];
}

async function readAuthorizers(gateway: APIGatewayClient, restApiId: string): Promise<readonly Authorizer[]> {
  const call = new GetAuthorizersCommand({ restApiId, limit: PAGE });
  return (await unlessAbsent(gateway.send(call)))?.items ?? [];
}
