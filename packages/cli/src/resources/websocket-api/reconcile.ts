import { CreateApiCommand, UpdateApiCommand } from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { deleteApis, readApis, syncTags, tagsOf } from '../http-api/reconcile.ts';
import { apiArn, ownApi, ownApis } from '../own-api.ts';
import type { Attributes, Reconciler } from '../reconciler.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
export const websocketApiReconciler: Reconciler<'websocket-api'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: ({ selection }, { tags }) => ({ selection, tags }),

  async observe(target, context) {
    const gateway = await context.clients.apiGatewayV2();
    const apis = await context.once('websocket-apis', () => readApis(gateway, 'WEBSOCKET'));
    const own = ownApi(apis, target, context.scope);
    if (!own) return undefined;
    const { id, attributes, selection } = own.api;
    const tags = await tagsOf(gateway, apiArn(context.scope, 'apis', id));
    const duplicates = own.duplicates.map((api) => api.id);
    return {
      attributes: addresses(attributes, context.scope.stage),
      properties: {
        selection,
        tags: context.ownTags(tags),
        duplicates: duplicates.length > 0 ? duplicates : undefined,
      },
      tags,
    };
  },

  async ensure({ physicalName, selection, stage }, { clients, tags, signal }) {
    const gateway = await clients.apiGatewayV2();
    const request = {
      Name: physicalName,
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: selection,
      Tags: { ...tags },
    } as const;
    const made = await afterOthers(() => gateway.send(new CreateApiCommand(request)), { signal });
    if (sentAgain(made)) return undefined;
    return { attributes: addresses({ id: made.ApiId, url: made.ApiEndpoint }, stage) };
  },

  async sync({ model, observed, changed }, context) {
    const gateway = await context.clients.apiGatewayV2();
    const ApiId = observed.attributes.id ?? '';
    const { duplicates } = observed.properties;
    if (Array.isArray(duplicates)) await deleteApis(duplicates.map(String), context);
    if (changed.has('selection')) {
      const request = { ApiId, RouteSelectionExpression: model.selection };
      await afterOthers(() => gateway.send(new UpdateApiCommand(request)), context);
    }
    if (changed.has('tags')) await syncTags(apiArn(context.scope, 'apis', ApiId), context);
    return { attributes: observed.attributes };
  },

  async remove(target, context) {
    const apis = await readApis(await context.clients.apiGatewayV2(), 'WEBSOCKET');
    const own = ownApi(apis, target, context.scope);
    if (own) await deleteApis([own.api.id, ...own.duplicates.map(({ id }) => id)], context);
  },

  async list({ clients, scope }) {
    return ownApis(await readApis(await clients.apiGatewayV2(), 'WEBSOCKET'), scope).map(
      ({ name, attributes }) => ({
        kind: 'websocket-api',
        name,
        key: { name },
        attributes: addresses(attributes, scope.stage),
      }),
    );
  },
};

/** Where clients connect, and where messages are sent to them. An engine that is not AWS may give either scheme. */
function addresses({ id, url: endpoint }: Attributes, stage: string): Attributes {
  if (endpoint === undefined) return { id };
  const secure = /^(https|wss):/.test(endpoint) ? 's' : '';
  const rest = `${endpoint.replace(/^\w+:/, '')}/${stage}`;
  return { id, url: `http${secure}:${rest}`, socketUrl: `ws${secure}:${rest}` };
}
