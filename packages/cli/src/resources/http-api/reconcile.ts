import {
  type Api,
  type ApiGatewayV2Client,
  CreateApiCommand,
  CreateStageCommand,
  DeleteApiCommand,
  DeleteCorsConfigurationCommand,
  GetApisCommand,
  GetStageCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { comparableCors, corsSettings } from '../cors.ts';
import { apiArn, type NamedApi, ownApi, ownApis } from '../own-api.ts';
import { tagChanges } from '../ownership.ts';
import type { Change, Properties, Property, ReconcileContext, Reconciler } from '../reconciler.ts';

/**
 * An HTTP API and its one stage.
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
 */
export const httpApiReconciler: Reconciler<'http-api'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: ({ stage, cors }, { tags }) => ({
    stage,
    autoDeploy: true,
    cors: comparableCors(cors && corsSettings(cors)),
    tags,
    stageTags: tags,
  }),

  async observe(target, context) {
    const gateway = await context.clients.apiGatewayV2();
    const own = ownApi(
      await context.once('http-apis', () => readApis(gateway, 'HTTP')),
      target,
      context.scope,
    );
    if (!own) return undefined;
    const { id, attributes } = own.api;
    const [tags, stage] = await Promise.all([
      tagsOf(gateway, apiArn(context.scope, 'apis', id)),
      target.model && observeStage(id, target.model.stage, context),
    ]);
    const duplicates = own.duplicates.map((api) => api.id);
    return {
      attributes,
      properties: {
        ...stage,
        cors: own.api.cors,
        tags: context.ownTags(tags),
        duplicates: duplicates.length > 0 ? duplicates : undefined,
      },
      tags,
    };
  },

  async ensure({ physicalName, stage, cors }, { clients, tags, signal }) {
    const gateway = await clients.apiGatewayV2();
    const request = {
      Name: physicalName,
      ProtocolType: 'HTTP',
      CorsConfiguration: cors && corsSettings(cors),
      Tags: { ...tags },
    } as const;
    const made = await afterOthers(() => gateway.send(new CreateApiCommand(request)), { signal });
    if (sentAgain(made)) return undefined;
    await createStage(gateway, made.ApiId, stage, tags);
    return { attributes: attributesOf(made) };
  },

  async sync(change, context) {
    const { changed, observed } = change;
    const { duplicates } = observed.properties;
    if (Array.isArray(duplicates)) await deleteApis(duplicates.map(String), context);
    if (changed.has('tags'))
      await syncTags(apiArn(context.scope, 'apis', observed.attributes.id ?? ''), context);
    if (changed.has('cors')) await syncCors(change, context);
    await syncStage(change, context);
    return { attributes: observed.attributes };
  },

  async remove(target, context) {
    const own = ownApi(await readApis(await context.clients.apiGatewayV2(), 'HTTP'), target, context.scope);
    if (own) await deleteApis([own.api.id, ...own.duplicates.map(({ id }) => id)], context);
  },

  async list({ clients, scope }) {
    return ownApis(await readApis(await clients.apiGatewayV2(), 'HTTP'), scope).map(
      ({ name, attributes }) => ({
        kind: 'http-api',
        name,
        key: { name },
        attributes,
      }),
    );
  },
};

export interface GatewayApi extends NamedApi {
  readonly cors: Property | undefined;
  /** Of a WebSocket API: what tells where a message goes. */
  readonly selection: string | undefined;
  readonly attributes: ReturnType<typeof attributesOf>;
}

const attributesOf = ({ ApiId, ApiEndpoint }: Pick<Api, 'ApiId' | 'ApiEndpoint'>) => ({
  id: ApiId,
  url: ApiEndpoint,
});

/** The APIs of one protocol in the account and region, whose-ever they are. */
export async function readApis(
  gateway: ApiGatewayV2Client,
  protocol: 'HTTP' | 'WEBSOCKET',
): Promise<readonly GatewayApi[]> {
  const apis = await allPages(
    (NextToken) => gateway.send(new GetApisCommand({ NextToken })),
    ({ Items }) => Items,
  );
  return apis
    .filter(({ ProtocolType }) => ProtocolType === protocol)
    .map((api) => ({
      id: api.ApiId ?? '',
      name: api.Name ?? '',
      tags: api.Tags ?? {},
      created: api.CreatedDate?.getTime() ?? 0,
      attributes: attributesOf(api),
      cors: comparableCors(api.CorsConfiguration),
      selection: api.RouteSelectionExpression,
    }));
}

/** A configuration is replaced by another one, but taken away only by a call of its own. */
async function syncCors({ model, observed }: Change<'http-api'>, context: ReconcileContext): Promise<void> {
  const gateway = await context.clients.apiGatewayV2();
  const ApiId = observed.attributes.id;
  const { cors } = model;
  const call = cors
    ? () => gateway.send(new UpdateApiCommand({ ApiId, CorsConfiguration: corsSettings(cors) }))
    : () => gateway.send(new DeleteCorsConfigurationCommand({ ApiId }));
  await afterOthers<unknown>(call, context);
}

/** Takes APIs away with all that belongs to them. */
export async function deleteApis(
  ids: readonly string[],
  { clients, signal }: ReconcileContext,
): Promise<void> {
  const gateway = await clients.apiGatewayV2();
  for (const ApiId of ids) {
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteApiCommand({ ApiId })), { signal }));
  }
}

/** A stage with its tags; nothing of one that is not there. */
export async function observeStage(
  id: string,
  StageName: string,
  context: ReconcileContext,
): Promise<Properties> {
  const gateway = await context.clients.apiGatewayV2();
  const [stage, tags] = await Promise.all([
    unlessAbsent(gateway.send(new GetStageCommand({ ApiId: id, StageName }))),
    tagsOf(gateway, apiArn(context.scope, 'apis', id, 'stages', StageName)),
  ]);
  return {
    stage: stage?.StageName,
    autoDeploy: stage?.AutoDeploy,
    stageTags: stage && context.ownTags(tags),
  };
}

export async function createStage(
  gateway: ApiGatewayV2Client,
  ApiId: string | undefined,
  StageName: string,
  tags: ReconcileContext['tags'],
): Promise<void> {
  const request = { ApiId, StageName, AutoDeploy: true, Tags: { ...tags } };
  await unless(
    afterOthers(() => gateway.send(new CreateStageCommand(request))),
    ['ConflictException'],
  );
}

async function syncStage(change: Change<'http-api'>, context: ReconcileContext): Promise<void> {
  const gateway = await context.clients.apiGatewayV2();
  const { changed, model, observed } = change;
  const ApiId = observed.attributes.id ?? '';
  if (changed.has('stage')) return createStage(gateway, ApiId, model.stage, context.tags);
  if (changed.has('autoDeploy')) {
    const request = { ApiId, StageName: model.stage, AutoDeploy: true };
    await afterOthers(() => gateway.send(new UpdateStageCommand(request)), context);
  }
  if (changed.has('stageTags')) {
    await syncTags(apiArn(context.scope, 'apis', ApiId, 'stages', model.stage), context);
  }
}

export async function tagsOf(
  gateway: ApiGatewayV2Client,
  ResourceArn: string,
): Promise<Record<string, string>> {
  const answer = await unlessAbsent(gateway.send(new GetTagsCommand({ ResourceArn })));
  return answer?.Tags ?? {};
}

export async function syncTags(ResourceArn: string, context: ReconcileContext): Promise<void> {
  const gateway = await context.clients.apiGatewayV2();
  const { set, gone } = tagChanges(context.ownTags(await tagsOf(gateway, ResourceArn)), context.tags);
  if (Object.keys(set).length > 0) await gateway.send(new TagResourceCommand({ ResourceArn, Tags: set }));
  if (gone.length > 0) await gateway.send(new UntagResourceCommand({ ResourceArn, TagKeys: [...gone] }));
}
