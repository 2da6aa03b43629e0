import {
  type ApiGatewayV2Client,
  CreateRouteCommand,
  CreateRouteResponseCommand,
  DeleteRouteResponseCommand,
  GetRouteResponsesCommand,
  type Route,
  UpdateRouteCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { deleteRoutes, foundRoute, routeRequest, routesOfKind, targetOf } from '../http-route/reconcile.ts';
import type { Known } from '../known.ts';
import type { ReconcileContext, Reconciler } from '../reconciler.ts';
import type { WebsocketRouteModel } from './model.ts';
import { REPLY } from './template.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
export const websocketRouteReconciler: Reconciler<'websocket-route'> = {
  ...routesOfKind('websocket-route', 'websocket-api'),
  wanted: ({ integration, authorization, reply }) => ({
    target: targetOf(integration),
    authorization: authorization?.type ?? 'NONE',
    authorizer: authorization?.authorizer,
    reply,
  }),

  async observe(target, context) {
    const found = await foundRoute(target, context);
    if (!found) return undefined;
    const { own, properties } = found;
    const reply = await replies(own, target.model?.reply, target.key.api ?? '', context);
    return { attributes: { id: own.RouteId }, properties: { ...properties, reply } };
  },

  async ensure(model, context) {
    const gateway = await context.clients.apiGatewayV2();
    const made = await unless(
      afterOthers(() => gateway.send(new CreateRouteCommand(requestOf(model))), context),
      ['ConflictException'],
    );
    if (!made || sentAgain(made)) return undefined;
    if (model.reply) await makeReply(model.api, made.RouteId, context);
    return { attributes: { id: made.RouteId } };
  },

  async sync({ model, observed, changed }, context) {
    const { clients, signal } = context;
    const gateway = await clients.apiGatewayV2();
    const RouteId = observed.attributes.id;
    const { duplicates } = observed.properties;
    if (Array.isArray(duplicates)) await deleteRoutes(gateway, model.api, duplicates.map(String), signal);
    // The response first: the stage takes it up with the change of the route at the latest.
    if (changed.has('reply') && model.reply) await makeReply(model.api, RouteId, context);
    else if (changed.has('reply')) await deleteReply(model.api, RouteId, context);
    const request = { ...requestOf(model), RouteId };
    // What is left out of an update stays as it is.
    if (changed.has('reply')) request.RouteResponseSelectionExpression ??= '';
    await afterOthers(() => gateway.send(new UpdateRouteCommand(request)), { signal });
    return { attributes: observed.attributes };
  },
};

const requestOf = (model: Known<WebsocketRouteModel>) => ({
  ...routeRequest(model),
  RouteResponseSelectionExpression: model.reply ? REPLY : undefined,
});

/** A route replies where it has a response and selects it. */
async function replies(
  { RouteId, RouteResponseSelectionExpression: selects }: Route,
  wanted: boolean | undefined,
  api: string,
  { clients }: ReconcileContext,
): Promise<boolean> {
  if (!selects && !wanted) return false;
  const responses = await readReplies(await clients.apiGatewayV2(), api, RouteId);
  return selects === REPLY && responses.length > 0;
}

async function readReplies(gateway: ApiGatewayV2Client, ApiId: string, RouteId: string | undefined) {
  const responses = await allPages(
    (NextToken) => unlessAbsent(gateway.send(new GetRouteResponsesCommand({ ApiId, RouteId, NextToken }))),
    ({ Items }) => Items,
  );
  return responses.filter(({ RouteResponseKey }) => RouteResponseKey === REPLY);
}

async function makeReply(
  ApiId: string,
  RouteId: string | undefined,
  context: ReconcileContext,
): Promise<void> {
  const gateway = await context.clients.apiGatewayV2();
  const there = await readReplies(gateway, ApiId, RouteId);
  if (there.length > 0) return;
  const call = new CreateRouteResponseCommand({ ApiId, RouteId, RouteResponseKey: REPLY });
  await unless(
    afterOthers(() => gateway.send(call), context),
    ['ConflictException'],
  );
}

async function deleteReply(
  ApiId: string,
  RouteId: string | undefined,
  context: ReconcileContext,
): Promise<void> {
  const gateway = await context.clients.apiGatewayV2();
  for (const { RouteResponseId } of await readReplies(gateway, ApiId, RouteId)) {
    const call = new DeleteRouteResponseCommand({ ApiId, RouteId, RouteResponseId });
    await unlessAbsent(afterOthers(() => gateway.send(call), context));
  }
}
