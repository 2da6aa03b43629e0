import { lookAtStage } from '../plan/look-at-stage.ts';
import { awsOptions } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { lookRequest } from './stage/look.ts';
import { stageStatus } from './stage/stage-status.ts';
import { statusText } from './stage/status-text.ts';

/** `tankard status`: what of a stage is in AWS, and how its last deploy ended. */
export const command = defineCommand({
  options: (yargs) => yargs.options(awsOptions),
  run: async (args, context) => {
    const request = await lookRequest(args, context);
    const { graph, target } = request;
    try {
      const status = stageStatus(await lookAtStage(request));
      const { account, region } = target;
      return {
        data: { app: graph.app, stage: graph.stage, account, region, ...status },
        text: (style) =>
          `${style.strong(graph.app)}, stage ${graph.stage} in ${region} of ${account}\n${statusText(status, style)}`,
        problems: [],
      };
    } finally {
      target.clients.destroy();
    }
  },
});
