import {
  APIGatewayClient,
  GetResourcesCommand,
  GetRestApisCommand,
  GetAuthorizersCommand as GetRestAuthorizersCommand,
  GetStagesCommand as GetRestStagesCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  GetApisCommand,
  GetAuthorizersCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStagesCommand,
  GetTagsCommand,
} from '@aws-sdk/client-apigatewayv2';
import type { Engine } from '../../engines/engine.ts';
import { note, type ServiceReading } from './reading.ts';

/** HTTP APIs with their routes, integrations, authorizers and stages. */
export async function readHttpApis({ client }: Engine): Promise<ServiceReading> {
  const gateway = new ApiGatewayV2Client(client);
  const { Items: apis = [] } = await gateway.send(new GetApisCommand({}));
  const things: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  for (const api of apis) {
    const { ApiId, Name } = api;
    const [routes, integrations, authorizers, stages] = await Promise.all([
      gateway.send(new GetRoutesCommand({ ApiId })),
      gateway.send(new GetIntegrationsCommand({ ApiId })),
      gateway.send(new GetAuthorizersCommand({ ApiId })),
      gateway.send(new GetStagesCommand({ ApiId })),
    ]);
    names[ApiId ?? ''] = `id of ${Name}`;
    const arn = `arn:aws:apigateway:${client.region}::/apis/${ApiId}`;
    note(things, `http api ${Name}`, {
      api: { ...api, Tags: await tagsOf(gateway, arn) },
      stages: await Promise.all(
        (stages.Items ?? []).map(async (stage) => ({
          ...stage,
          Tags: await tagsOf(gateway, `${arn}/stages/${stage.StageName}`),
        })),
      ),
    });
    for (const integration of integrations.Items ?? []) {
      const called = `integration ${Name} ${integration.IntegrationUri}`;
      names[integration.IntegrationId ?? ''] = `id of ${called}`;
      note(things, called, integration);
    }
    for (const { AuthorizerId = '', ...authorizer } of authorizers.Items ?? []) {
      const called = `authorizer ${Name} ${authorizer.Name}`;
      names[AuthorizerId] = `id of ${called}`;
      note(things, called, authorizer);
    }
    for (const { RouteId: _, ...route } of routes.Items ?? [])
      note(things, `route ${Name} ${route.RouteKey}`, route);
  }
  return { things, names };
}

/** MiniStack goes on showing the tags that an API was made with beside it; AWS shows those that it has. */
const tagsOf = async (gateway: ApiGatewayV2Client, ResourceArn: string) =>
  (await gateway.send(new GetTagsCommand({ ResourceArn }))).Tags;

/** REST APIs with all that they have below them. */
export async function readRestApis({ client }: Engine): Promise<ServiceReading> {
  const gateway = new APIGatewayClient(client);
  const { items: apis = [] } = await gateway.send(new GetRestApisCommand({}));
  const things: Record<string, unknown> = {};
  const names: Record<string, string> = {};
  for (const { id: restApiId = '', rootResourceId: _, ...api } of apis) {
    names[restApiId] = `id of ${api.name}`;
    const { item = [] } = await gateway.send(new GetRestStagesCommand({ restApiId }));
    const stages = item.map(({ deploymentId: _, ...stage }) => stage);
    const authorizers = await gateway.send(new GetRestAuthorizersCommand({ restApiId }));
    for (const { id = '', ...authorizer } of authorizers.items ?? []) {
      const called = `authorizer ${api.name} ${authorizer.name}`;
      names[id] = `id of ${called}`;
      note(things, called, authorizer);
    }
    const resources = await gateway.send(new GetResourcesCommand({ restApiId, embed: ['methods'] }));
    note(things, `rest api ${api.name}`, { api, stages });
    for (const { id = '', parentId: _, ...resource } of resources.items ?? []) {
      names[id] = `id of ${resource.path}`;
      note(things, `rest resource ${api.name} ${resource.path}`, resource);
    }
  }
  return { things, names };
}
