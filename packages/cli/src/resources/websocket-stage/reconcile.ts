import { DeleteStageCommand, UpdateStageCommand } from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { unlessAbsent } from '../../aws/error-name.ts';
import { createStage, observeStage, syncTags } from '../http-api/reconcile.ts';
import { apiArn } from '../own-api.ts';
import type { Reconciler } from '../reconciler.ts';

/**
 * Made when the routes are there: AWS deploys no WebSocket API without one.
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
 */
export const websocketStageReconciler: Reconciler<'websocket-stage'> = {
  partOf: 'websocket-api',
  replaces: [],
  key: ({ api, stage }) => ({ api, stage }),
  wanted: (_, { tags }) => ({ autoDeploy: true, tags }),

  async observe({ key: { api = '', stage: name = '' } }, context) {
    const { stage, autoDeploy, stageTags: tags } = await observeStage(api, name, context);
    return stage === undefined ? undefined : { attributes: {}, properties: { autoDeploy, tags } };
  },

  async ensure({ api, stage }, context) {
    await createStage(await context.clients.apiGatewayV2(), api, stage, context.tags);
    return undefined;
  },

  async sync({ model: { api, stage }, changed }, context) {
    const gateway = await context.clients.apiGatewayV2();
    if (changed.has('autoDeploy')) {
      const request = { ApiId: api, StageName: stage, AutoDeploy: true };
      await afterOthers(() => gateway.send(new UpdateStageCommand(request)), context);
    }
    if (changed.has('tags')) await syncTags(apiArn(context.scope, 'apis', api, 'stages', stage), context);
    return { attributes: {} };
  },

  async remove({ key: { api, stage } }, context) {
    const gateway = await context.clients.apiGatewayV2();
    const call = new DeleteStageCommand({ ApiId: api, StageName: stage });
    await unlessAbsent(afterOthers(() => gateway.send(call), context));
  },
};
