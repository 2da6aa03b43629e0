import {
  type ApiGatewayV2Client,
  CreateIntegrationCommand,
  DeleteIntegrationCommand,
  GetIntegrationsCommand,
  type Integration,
  type Route,
  UpdateIntegrationCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { readRoutes, routesOf } from '../http-route/reconcile.ts';
import type { Known } from '../known.ts';
import type { ReconcileContext, Reconciler, Target } from '../reconciler.ts';
import type { SharedReconciler } from '../shared-reconciler.ts';
import type { HttpIntegrationModel } from './model.ts';
import { ownIntegration } from './own-integration.ts';

/** One kind of API, and what is told of an integration there alone. */
interface ApiIntegrations {
  readonly kind: 'http-integration' | 'websocket-integration';
  readonly partOf: 'http-api' | 'websocket-api';
  /** Absent where there is but one. */
  readonly payload?: '2.0' | undefined;
}

/** A WebSocket API is told the address at which the function is invoked, an HTTP API its ARN. */
type Model = Known<HttpIntegrationModel> & { readonly uri?: string | undefined };

export const httpIntegrationReconciler: Reconciler<'http-integration'> = integrationReconciler({
  kind: 'http-integration',
  partOf: 'http-api',
  payload: '2.0',
});

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html */
export function integrationReconciler(api: ApiIntegrations): SharedReconciler<Model> {
  const { kind, partOf, payload } = api;
  return {
    partOf,
    replaces: [],
    key: (model) => ({ api: model.api, function: uriOf(model) }),
    wanted: ({ timeout }) => ({ type: 'AWS_PROXY', payload, timeout }),

    async observe(target, context) {
      const { api = '' } = target.key;
      const found = choose(target, await integrationsOf(api, context), await routesOf(api, context));
      if (!found) return undefined;
      const { own, duplicates } = found;
      return {
        attributes: { id: own.IntegrationId },
        properties: {
          type: own.IntegrationType,
          payload: payload && own.PayloadFormatVersion,
          timeout: own.TimeoutInMillis,
          duplicates: duplicates.length > 0 ? duplicates : undefined,
        },
      };
    },

    async ensure(model, { clients, signal }) {
      const gateway = await clients.apiGatewayV2();
      const request = new CreateIntegrationCommand(requestOf(model, api));
      const made = await afterOthers(() => gateway.send(request), { signal });
      return sentAgain(made) ? undefined : { attributes: { id: made.IntegrationId } };
    },

    async sync({ model, observed, changed }, { clients, signal }) {
      const gateway = await clients.apiGatewayV2();
      const { duplicates } = observed.properties;
      if (Array.isArray(duplicates)) {
        await deleteIntegrations(gateway, model.api, duplicates.map(String), signal);
      }
      if ([...changed].some((name) => name !== 'duplicates')) {
        const request = { ...requestOf(model, api), IntegrationId: observed.attributes.id };
        await afterOthers(() => gateway.send(new UpdateIntegrationCommand(request)), { signal });
      }
      return { attributes: observed.attributes };
    },

    async remove(target, { clients, signal }) {
      const gateway = await clients.apiGatewayV2();
      const { api = '' } = target.key;
      const found = choose(target, await readIntegrations(gateway, api), await readRoutes(gateway, api));
      if (!found) return;
      const ids = [found.own.IntegrationId ?? '', ...found.duplicates];
      await deleteIntegrations(gateway, api, ids, signal);
    },

    async list(context, parents) {
      const apis = parents.flatMap((parent) => (parent.kind === partOf ? [parent.attributes.id ?? ''] : []));
      const found = await Promise.all(
        apis.map(async (api) => {
          const called = (await integrationsOf(api, context)).map(
            ({ IntegrationUri = '' }) => IntegrationUri,
          );
          return [...new Set(called)].map((uri) => ({ api, uri }));
        }),
      );
      return found.flat().map(({ api, uri }) => ({
        kind,
        name: uri.replace(/^.*:/, ''),
        key: { api, function: uri },
        attributes: {},
      }));
    },
  };
}

const uriOf = ({ function: called, uri }: Model): string => uri ?? called;

function choose(
  { key, recorded }: Pick<Target<'http-integration'>, 'key' | 'recorded'>,
  integrations: readonly Integration[],
  routes: readonly Route[],
) {
  const routed = new Set(routes.map(({ Target: target = '' }) => target.replace('integrations/', '')));
  return ownIntegration(integrations, key.function, { recorded: recorded?.attributes.id, routed });
}

function integrationsOf(api: string, { clients, once }: ReconcileContext): Promise<readonly Integration[]> {
  return once(`http-integrations ${api}`, async () => readIntegrations(await clients.apiGatewayV2(), api));
}

function readIntegrations(gateway: ApiGatewayV2Client, ApiId: string): Promise<readonly Integration[]> {
  return allPages(
    (NextToken) => unlessAbsent(gateway.send(new GetIntegrationsCommand({ ApiId, NextToken }))),
    ({ Items }) => Items,
  );
}

const requestOf = (model: Model, { payload }: ApiIntegrations) =>
  ({
    ApiId: model.api,
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: uriOf(model),
    PayloadFormatVersion: payload,
    TimeoutInMillis: model.timeout,
  }) as const;

async function deleteIntegrations(
  gateway: ApiGatewayV2Client,
  ApiId: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const IntegrationId of ids) {
    const call = () => gateway.send(new DeleteIntegrationCommand({ ApiId, IntegrationId }));
    await unlessAbsent(afterOthers(call, { signal }));
  }
}
