import {
  type APIGatewayClient,
  type ApiKey,
  CreateApiKeyCommand,
  DeleteApiKeyCommand,
  paginateGetApiKeys,
  UpdateApiKeyCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { apiArn, ownApi, ownApis } from '../own-api.ts';
import type { ReconcileContext, Reconciler } from '../reconciler.ts';
import { syncTags } from '../rest-api/reconcile.ts';

/** What one page holds at most. */
const PAGE = 500;

/**
 * Names of keys are not unique in AWS, so that ours is known by its tags, as an API is.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html
 */
export const apiKeyReconciler: Reconciler<'api-key'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (_, { tags }) => ({ enabled: true, tags }),

  async observe(target, { clients, once, ownTags, scope }) {
    const keys = await once('api-keys', async () => readKeys(await clients.apiGateway()));
    const own = ownApi(keys, target, scope);
    if (!own) return undefined;
    const duplicates = own.duplicates.map(({ id }) => id);
    return {
      attributes: { id: own.api.id },
      properties: {
        enabled: own.api.enabled,
        tags: ownTags(own.api.tags),
        duplicates: duplicates.length > 0 ? duplicates : undefined,
      },
      tags: own.api.tags,
    };
  },

  async ensure({ physicalName: name }, { clients, scope, tags, signal }) {
    const gateway = await clients.apiGateway();
    if (ownApi(await readKeys(gateway), { key: { name } }, scope)) return undefined;
    const call = new CreateApiKeyCommand({ name, enabled: true, tags: { ...tags } });
    const made = await afterOthers(() => gateway.send(call), { signal });
    return sentAgain(made) ? undefined : { attributes: { id: made.id } };
  },

  async sync({ changed, observed }, context) {
    const { id = '' } = observed.attributes;
    const gateway = await context.clients.apiGateway();
    if (changed.has('enabled')) {
      const patchOperations = [{ op: 'replace' as const, path: '/enabled', value: 'true' }];
      const call = new UpdateApiKeyCommand({ apiKey: id, patchOperations });
      await afterOthers(() => gateway.send(call), context);
    }
    if (changed.has('tags')) await syncTags(apiArn(context.scope, 'apikeys', id), context);
    const { duplicates } = observed.properties;
    if (Array.isArray(duplicates)) await deleteKeys(duplicates.map(String), context);
    return { attributes: observed.attributes };
  },

  async remove(target, context) {
    const own = ownApi(await readKeys(await context.clients.apiGateway()), target, context.scope);
    if (own) await deleteKeys([own.api.id, ...own.duplicates.map(({ id }) => id)], context);
  },

  async list({ clients, scope }) {
    return ownApis(await readKeys(await clients.apiGateway()), scope).map(({ id, name }) => ({
      kind: 'api-key',
      name,
      key: { name },
      attributes: { id },
    }));
  },
};

async function readKeys(client: APIGatewayClient) {
  const keys = await allItems(paginateGetApiKeys({ client }, { limit: PAGE }), ({ items }) => items);
  return keys.map(({ id = '', name = '', tags = {}, enabled, createdDate }: ApiKey) => ({
    id,
    name,
    tags,
    enabled,
    created: createdDate?.getTime() ?? 0,
  }));
}

async function deleteKeys(ids: readonly string[], { clients, signal }: ReconcileContext): Promise<void> {
  const gateway = await clients.apiGateway();
  for (const apiKey of ids) {
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteApiKeyCommand({ apiKey })), { signal }));
  }
}
