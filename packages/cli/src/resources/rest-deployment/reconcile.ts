import { isDeepStrictEqual } from 'node:util';
import {
  type APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateStageCommand,
  DeleteDeploymentCommand,
  DeleteMethodCommand,
  DeleteResourceCommand,
  DeleteStageCommand,
  GetStagesCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  paginateGetDeployments,
  paginateGetResources,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterOthers } from '../../aws/after-others.ts';
import { allItems } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Known } from '../known.ts';
import { apiArn } from '../own-api.ts';
import type { Key, ReconcileContext, Reconciler, Scope } from '../reconciler.ts';
import { syncTags, tagsOf } from '../rest-api/reconcile.ts';
import type { RestDeploymentModel } from './model.ts';
import { pathTree } from './path-tree.ts';
import { observedPreflights, PREFLIGHT, preflightMethods, quoted, wantedPreflights } from './preflight.ts';
import {
  describeTable,
  invocationUri,
  isOurs,
  leftovers,
  observedTable,
  type RestMethod,
  type RestResource,
  tableText,
  wantedTable,
} from './route-table.ts';

/** What one page holds at most. */
const PAGE = 500;

/**
 * The routes of a REST API are changed where nobody sees them; then a deployment takes their picture, and
 * the stage is turned to it. Whatever is half done when a deploy is killed serves nobody.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html
 */
export const restDeploymentReconciler: Reconciler<'rest-deployment'> = {
  partOf: 'rest-api',
  replaces: [],
  key: ({ api, stage }) => ({ api, stage }),
  wanted: (model, { tags }) => ({
    routes: tableText(wantedTable(model)),
    preflights: wantedPreflights(model),
    paths: pathsOf(model),
    deployment: describeTable(pictureOf(model)),
    tags,
  }),

  async observe({ key }, { clients, scope, ownTags }) {
    const { api = '', stage: stageName } = key;
    const gateway = await clients.apiGateway();
    const stages = await stagesOf(gateway, api);
    const stage = stages.find((one) => one.stageName === stageName);
    if (!stage) return undefined;
    const [resources, deployments, tags] = await Promise.all([
      resourcesOf(gateway, api),
      ownDeployments(gateway, api),
      tagsOf(gateway, stageArn(key, scope)),
    ]);
    const used = new Set(stages.map(({ deploymentId }) => deploymentId));
    const unused = deployments.filter(({ id }) => !used.has(id)).map(({ id = '' }) => id);
    return {
      attributes: { name: stageName },
      properties: {
        routes: tableText(observedTable(resources)),
        preflights: observedPreflights(resources),
        paths: resources.flatMap(({ path = '/' }) => (path === '/' ? [] : [path])).sort(),
        deployment: deployments.find(({ id }) => id === stage.deploymentId)?.description,
        unused: unused.length > 0 ? unused : undefined,
        tags: ownTags(tags),
      },
    };
  },

  async ensure(model, context) {
    await deploy(model, context);
    await syncTags(stageArn({ api: model.api, stage: model.stage }, context.scope), context);
    return { attributes: { name: model.stage } };
  },

  async sync({ model, changed }, context) {
    if (['routes', 'preflights', 'paths', 'deployment'].some((name) => changed.has(name)))
      await deploy(model, context);
    else if (changed.has('unused')) await deleteUnused(model.api, context);
    if (changed.has('tags'))
      await syncTags(stageArn({ api: model.api, stage: model.stage }, context.scope), context);
    return { attributes: { name: model.stage } };
  },

  async remove({ key: { api = '', stage: stageName } }, context) {
    const gateway = await context.clients.apiGateway();
    const call = () => gateway.send(new DeleteStageCommand({ restApiId: api, stageName }));
    await unlessAbsent(afterOthers(call, context));
    await deleteUnused(api, context);
    await deleteLeftovers(api, await resourcesOf(gateway, api), { routes: {}, paths: [] }, context);
  },
};

const stageArn = ({ api = '', stage = '' }: Key, scope: Scope): string =>
  apiArn(scope, 'restapis', api, 'stages', stage);

/** What a deployment takes up, of the routes and of the API itself. */
const pictureOf = (model: Known<RestDeploymentModel>): Readonly<Record<string, unknown>> => {
  const settings = Object.entries(model.settings ?? {}).filter(([, value]) => value !== undefined);
  const authorizers = model.authorizers && { authorizers: model.authorizers };
  return {
    ...wantedTable(model),
    ...preflightMethods(model),
    ...Object.fromEntries(settings),
    ...authorizers,
  };
};

const pathsOf = ({ routes }: Pick<Known<RestDeploymentModel>, 'routes'>): readonly string[] =>
  pathTree(routes.map(({ path }) => path))
    .map(({ path }) => path)
    .sort();

async function deploy(model: Known<RestDeploymentModel>, context: ReconcileContext): Promise<void> {
  const gateway = await context.clients.apiGateway();
  const { api: restApiId, stage: stageName } = model;
  const routes = { ...wantedTable(model), ...preflightMethods(model) };
  const resources = await resourcesOf(gateway, restApiId);
  // What goes makes room first: below one path AWS takes one parameter, whatever it is called.
  await deleteLeftovers(restApiId, resources, { routes, paths: pathsOf(model) }, context);
  const ids = await makeRoutes(model, resources, context);
  await makePreflights(model, { ids, resources }, context);
  const request = { restApiId, description: describeTable(pictureOf(model)) };
  const { id: deploymentId } = await afterOthers(
    () => gateway.send(new CreateDeploymentCommand(request)),
    context,
  );
  const stages = await stagesOf(gateway, restApiId);
  if (stages.some((one) => one.stageName === stageName)) {
    const patch = { op: 'replace', path: '/deploymentId', value: deploymentId } as const;
    const turn = { restApiId, stageName, patchOperations: [patch] };
    await afterOthers(() => gateway.send(new UpdateStageCommand(turn)), context);
  } else {
    const stage = { restApiId, stageName, deploymentId };
    await afterOthers(() => gateway.send(new CreateStageCommand(stage)), context);
  }
  await deleteUnused(restApiId, context);
}

/**
 * Makes the paths that are missing, parents first, and the methods that are missing or other ones.
 * @returns the ids of all paths.
 */
async function makeRoutes(
  { api: restApiId, routes }: Known<RestDeploymentModel>,
  resources: readonly RestResource[],
  context: ReconcileContext,
): Promise<PathIds> {
  const gateway = await context.clients.apiGateway();
  const ids = new Map(resources.map(({ id, path }) => [path, id]));
  for (const { path, parent, part } of pathTree(routes.map((route) => route.path))) {
    if (ids.has(path)) continue;
    const request = { restApiId, parentId: ids.get(parent), pathPart: part };
    ids.set(path, (await afterOthers(() => gateway.send(new CreateResourceCommand(request)), context)).id);
  }
  const observed = observedTable(resources);
  for (const [name, wanted] of Object.entries(wantedTable({ routes }))) {
    const old = observed[name];
    if (isDeepStrictEqual(old, wanted)) continue;
    const [httpMethod, path] = name.split(' ');
    const method = { restApiId, resourceId: ids.get(path), httpMethod };
    if (!sameCallers(old, wanted)) {
      if (old) await deleteMethod(gateway, method, context);
      await makeMethod(gateway, { ...method, ...callers(wanted) }, context);
    }
    const uri = invocationUri(wanted.function, context.scope, wanted.stream);
    const goesTo = {
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri,
      timeoutInMillis: wanted.timeout,
      responseTransferMode: wanted.stream && 'STREAM',
    } as const;
    await afterOthers(() => gateway.send(new PutIntegrationCommand({ ...method, ...goesTo })), context);
  }
  return ids;
}

type PathIds = ReadonlyMap<string | undefined, string | undefined>;

/** Makes the answers that are missing or other ones, each anew: nobody sees them before the next deployment. */
async function makePreflights(
  model: Known<RestDeploymentModel>,
  { ids, resources }: { readonly ids: PathIds; readonly resources: readonly RestResource[] },
  context: ReconcileContext,
): Promise<void> {
  const gateway = await context.clients.apiGateway();
  const observed = observedPreflights(resources);
  for (const [path, headers] of Object.entries(wantedPreflights(model))) {
    if (isDeepStrictEqual(observed[path], headers)) continue;
    const method = { restApiId: model.api, resourceId: ids.get(path), httpMethod: 'OPTIONS' };
    const answer = { ...method, statusCode: PREFLIGHT.status };
    const responseParameters = quoted(headers, 'method.response.header.');
    const named = Object.fromEntries(Object.keys(responseParameters).map((name) => [name, true]));
    const mock = {
      ...method,
      type: 'MOCK' as const,
      contentHandling: PREFLIGHT.content,
      requestTemplates: { 'application/json': PREFLIGHT.template },
    };
    await deleteMethod(gateway, method, context);
    await makeMethod(gateway, { ...method, ...callers({}) }, context);
    await afterOthers(
      () => gateway.send(new PutMethodResponseCommand({ ...answer, responseParameters: named })),
      context,
    );
    await afterOthers(() => gateway.send(new PutIntegrationCommand(mock)), context);
    await afterOthers(
      () => gateway.send(new PutIntegrationResponseCommand({ ...answer, responseParameters })),
      context,
    );
  }
}

interface MethodNames {
  readonly restApiId: string;
  readonly resourceId: string | undefined;
  readonly httpMethod: string | undefined;
}

/** Who may call a method is said when it is made. */
const callers = ({ authorization, authorizer, scopes, apiKey }: RestMethod) => ({
  authorizationType: authorization ?? 'NONE',
  authorizerId: authorizer,
  authorizationScopes: scopes?.split(' '),
  apiKeyRequired: apiKey,
});

const sameCallers = (old: RestMethod | undefined, wanted: RestMethod): boolean =>
  old !== undefined && isDeepStrictEqual(callers(old), callers(wanted));

async function makeMethod(
  gateway: APIGatewayClient,
  request: MethodNames & ReturnType<typeof callers>,
  context: ReconcileContext,
) {
  await unless(
    afterOthers(() => gateway.send(new PutMethodCommand(request)), context),
    ['ConflictException'],
  );
}

async function deleteMethod(gateway: APIGatewayClient, names: MethodNames, context: ReconcileContext) {
  await unlessAbsent(afterOthers(() => gateway.send(new DeleteMethodCommand(names)), context));
}

async function deleteLeftovers(
  restApiId: string,
  resources: readonly RestResource[],
  wanted: { readonly routes: object; readonly paths: readonly string[] },
  context: ReconcileContext,
): Promise<void> {
  const gateway = await context.clients.apiGateway();
  const { paths, methods } = leftovers(resources, wanted);
  for (const method of methods) await deleteMethod(gateway, { restApiId, ...method }, context);
  for (const resourceId of paths) {
    const names = { restApiId, resourceId };
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteResourceCommand(names)), context));
  }
}

/** Deletes the deployments of ours that no stage shows any more. */
async function deleteUnused(restApiId: string, context: ReconcileContext): Promise<void> {
  const gateway = await context.clients.apiGateway();
  const used = new Set((await stagesOf(gateway, restApiId)).map(({ deploymentId }) => deploymentId));
  for (const { id: deploymentId } of await ownDeployments(gateway, restApiId)) {
    if (used.has(deploymentId)) continue;
    const names = { restApiId, deploymentId };
    await unlessAbsent(afterOthers(() => gateway.send(new DeleteDeploymentCommand(names)), context));
  }
}

async function stagesOf(gateway: APIGatewayClient, restApiId: string) {
  return (await unlessAbsent(gateway.send(new GetStagesCommand({ restApiId }))))?.item ?? [];
}

async function ownDeployments(client: APIGatewayClient, restApiId: string) {
  const pages = paginateGetDeployments({ client }, { restApiId, limit: PAGE });
  const deployments = await allItems(pages, ({ items }) => items);
  return deployments.filter(({ description }) => isOurs(description));
}

function resourcesOf(client: APIGatewayClient, restApiId: string): Promise<readonly RestResource[]> {
  const pages = paginateGetResources({ client }, { restApiId, limit: PAGE, embed: ['methods'] });
  return allItems(pages, ({ items }) => items);
}
