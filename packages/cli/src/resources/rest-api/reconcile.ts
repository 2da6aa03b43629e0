import {
  type APIGatewayClient,
  CreateRestApiCommand,
  DeleteGatewayResponseCommand,
  DeleteRestApiCommand,
  GetGatewayResponsesCommand,
  GetTagsCommand,
  PutGatewayResponseCommand,
  paginateGetRestApis,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { apiArn, type NamedApi, ownApi, ownApis } from '../own-api.ts';
import { tagChanges } from '../ownership.ts';
import type { Properties, ReconcileContext, Reconciler, Scope } from '../reconciler.ts';
import { quoted, unquoted } from '../rest-deployment/preflight.ts';
import { BINARY_TYPES, ERRORS, type RestApiModel } from './model.ts';

const ERROR_HEADER = 'gatewayresponse.header.';

/** What one page holds at most. */
const PAGE = 500;

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html */
export const restApiReconciler: Reconciler<'rest-api'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: ({ errorHeaders, compression }, { tags }) => ({
    errors: Object.fromEntries(ERRORS.map((type) => [type, errorHeaders ?? {}])),
    compression,
    tags,
  }),

  async observe(target, context) {
    const { clients, once, ownTags, scope } = context;
    const gateway = await clients.apiGateway();
    const own = ownApi(await once('rest-apis', () => readApis(gateway)), target, scope);
    if (!own) return undefined;
    const [tags, errors] = await Promise.all([
      tagsOf(gateway, apiArn(scope, 'restapis', own.api.id)),
      errorsOf(gateway, own.api.id),
    ]);
    const duplicates = own.duplicates.map(({ id }) => id);
    return {
      attributes: attributesOf(own.api.id, scope),
      properties: {
        errors,
        compression: own.api.compression,
        tags: ownTags(tags),
        duplicates: duplicates.length > 0 ? duplicates : undefined,
      },
      tags,
    };
  },

  async ensure({ physicalName: name, errorHeaders, compression }, context) {
    const { clients, scope, tags, signal } = context;
    const gateway = await clients.apiGateway();
    const request = {
      name,
      endpointConfiguration: { types: ['REGIONAL' as const] },
      binaryMediaTypes: BINARY_TYPES,
      minimumCompressionSize: compression,
      tags: { ...tags },
    };
    const made = await afterOthers(() => gateway.send(new CreateRestApiCommand(request)), { signal });
    if (sentAgain(made)) return undefined;
    if (errorHeaders) await syncErrors(made.id ?? '', errorHeaders, context);
    return { attributes: attributesOf(made.id ?? '', scope) };
  },

  async sync({ model, observed, changed }, context) {
    const { duplicates } = observed.properties;
    const { id = '' } = observed.attributes;
    if (Array.isArray(duplicates)) await deleteApis(duplicates.map(String), context);
    if (changed.has('tags')) {
      await syncTags(apiArn(context.scope, 'restapis', id), context);
    }
    if (changed.has('errors')) await syncErrors(id, model.errorHeaders, context);
    if (changed.has('compression')) await syncCompression(id, model.compression, context);
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

interface RestApi extends NamedApi {
  readonly compression: number | undefined;
}

async function readApis(client: APIGatewayClient): Promise<readonly RestApi[]> {
  const apis = await allItems(paginateGetRestApis({ client }, { limit: PAGE }), ({ items }) => items);
  return apis.map(({ id = '', name = '', tags = {}, createdDate, minimumCompressionSize }) => ({
    id,
    name,
    tags,
    created: createdDate?.getTime() ?? 0,
    compression: sizeOf(minimumCompressionSize),
  }));
}

/** A patch carries text, which an engine may give back as such. */
const sizeOf = (size: number | null | undefined) =>
  size === undefined || size === null ? undefined : Number(size);

async function deleteApis(ids: readonly string[], { clients, signal }: ReconcileContext): Promise<void> {
  const gateway = await clients.apiGateway();
  for (const restApiId of ids) {
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteRestApiCommand({ restApiId })), { signal }));
  }
}

/** The headers of each kind of error; none where it is as AWS has it. */
async function errorsOf(gateway: APIGatewayClient, restApiId: string): Promise<Properties> {
  const { items = [] } = await gateway.send(new GetGatewayResponsesCommand({ restApiId, limit: PAGE }));
  return Object.fromEntries(
    ERRORS.map((type) => {
      const said = items.find(
        ({ responseType, defaultResponse }) => responseType === type && !defaultResponse,
      );
      return [type, unquoted(said?.responseParameters ?? {}, ERROR_HEADER)];
    }),
  );
}

/** Once a kind of error has an answer of its own, each change of it replaces that whole. */
async function syncErrors(
  restApiId: string,
  headers: RestApiModel['errorHeaders'],
  context: ReconcileContext,
): Promise<void> {
  const gateway = await context.clients.apiGateway();
  for (const responseType of ERRORS) {
    const names = { restApiId, responseType };
    const said = headers && { ...names, responseParameters: quoted(headers, ERROR_HEADER) };
    const call = said
      ? () => gateway.send(new PutGatewayResponseCommand(said))
      : () => gateway.send(new DeleteGatewayResponseCommand(names));
    await unlessAbsent(afterOthers<unknown>(call, context));
  }
}

/** Without a value nothing is compressed. */
async function syncCompression(
  restApiId: string,
  size: number | undefined,
  context: ReconcileContext,
): Promise<void> {
  const gateway = await context.clients.apiGateway();
  const patch = { op: 'replace', path: '/minimumCompressionSize', value: size?.toString() } as const;
  const call = new UpdateRestApiCommand({ restApiId, patchOperations: [patch] });
  await afterOthers(() => gateway.send(call), context);
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
