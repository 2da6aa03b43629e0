import {
  type APIGatewayClient,
  CreateRestApiCommand,
  DeleteRestApiCommand,
  GetTagsCommand,
  paginateGetRestApis,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { apiArn, type NamedApi, ownApi, ownApis } from '../own-api.ts';
import { tagChanges } from '../ownership.ts';
import type { ReconcileContext, Reconciler, Scope } from '../reconciler.ts';
import { BINARY_TYPES } from './model.ts';

/** What one page holds at most. */
const PAGE = 500;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html */
export const restApiReconciler: Reconciler<'rest-api'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (_, { tags }) => ({ tags }),

  async observe(target, context) {
    const { clients, once, ownTags, scope } = context;
    const gateway = await clients.apiGateway();
    const own = ownApi(await once('rest-apis', () => readApis(gateway)), target, scope);
    if (!own) return undefined;
    const tags = await tagsOf(gateway, apiArn(scope, 'restapis', own.api.id));
    const duplicates = own.duplicates.map(({ id }) => id);
    return {
      attributes: attributesOf(own.api.id, scope),
      properties: { tags: ownTags(tags), duplicates: duplicates.length > 0 ? duplicates : undefined },
      tags,
    };
  },

  async ensure({ physicalName: name }, { clients, scope, tags, signal }) {
    const gateway = await clients.apiGateway();
    const request = {
      name,
      endpointConfiguration: { types: ['REGIONAL' as const] },
      binaryMediaTypes: BINARY_TYPES,
      tags: { ...tags },
    };
    const made = await afterOthers(() => gateway.send(new CreateRestApiCommand(request)), { signal });
    return sentAgain(made) ? undefined : { attributes: attributesOf(made.id ?? '', scope) };
  },

  async sync({ observed, changed }, context) {
    const { duplicates } = observed.properties;
    if (Array.isArray(duplicates)) await deleteApis(duplicates.map(String), context);
    if (changed.has('tags')) {
      await syncTags(apiArn(context.scope, 'restapis', observed.attributes.id ?? ''), context);
    }
    return { attributes: observed.attributes };
  },

  async remove(target, context) {
    const own = ownApi(await readApis(await context.clients.apiGateway()), target, context.scope);
    if (own) await deleteApis([own.api.id, ...own.duplicates.map(({ id }) => id)], context);
  },

  async list({ clients, scope }) {
    return ownApis(await readApis(await clients.apiGateway()), scope).map(({ id, name }) => ({
      kind: 'rest-api',
      name,
      key: { name },
      attributes: attributesOf(id, scope),
    }));
  },
};

/** The one stage of a REST API is named after the app's, so the URL is known before the stage is there. */
const attributesOf = (id: string, { region, urlSuffix, stage }: Scope) => ({
  id,
  url: `https://${id}.execute-api.${region}.${urlSuffix}/${stage}`,
});

async function readApis(client: APIGatewayClient): Promise<readonly NamedApi[]> {
  const apis = await allItems(paginateGetRestApis({ client }, { limit: PAGE }), ({ items }) => items);
  return apis.map(({ id = '', name = '', tags = {}, createdDate }) => ({
    id,
    name,
    tags,
    created: createdDate?.getTime() ?? 0,
  }));
}

async function deleteApis(ids: readonly string[], { clients, signal }: ReconcileContext): Promise<void> {
  const gateway = await clients.apiGateway();
  for (const restApiId of ids) {
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteRestApiCommand({ restApiId })), { signal }));
  }
}

/** The tags of an API or of a stage. */
export async function tagsOf(
  gateway: APIGatewayClient,
  resourceArn: string,
): Promise<Record<string, string>> {
  return (await unlessAbsent(gateway.send(new GetTagsCommand({ resourceArn }))))?.tags ?? {};
}

/** Sets and takes away our tags of an API or of a stage. */
export async function syncTags(
  resourceArn: string,
  { clients, tags, ownTags }: ReconcileContext,
): Promise<void> {
  const gateway = await clients.apiGateway();
  const { set, gone } = tagChanges(ownTags(await tagsOf(gateway, resourceArn)), tags);
  if (Object.keys(set).length > 0) await gateway.send(new TagResourceCommand({ resourceArn, tags: set }));
  if (gone.length > 0) await gateway.send(new UntagResourceCommand({ resourceArn, tagKeys: [...gone] }));
}
