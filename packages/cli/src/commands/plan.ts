import { planDeploy } from '../plan/deploy.ts';
import { defineCommand } from './command.ts';
import { planOptions } from './deploy/deploy-options.ts';
import { planText } from './deploy/plan-text.ts';
import { stageRequest } from './deploy/stage-request.ts';
import { planData } from './deploy/step-data.ts';

/** `tankard plan`: what a deploy would do now; it only reads. */
export const command = defineCommand({
  options: (yargs) => yargs.options(planOptions),
  run: async (args, context) => {
    const { app, request } = await stageRequest(args, context);
    const { account, region, clients } = request.target;
    try {
      const plan = await planDeploy(request);
      return {
        data: { app: app.manifest.app, stage: app.config.stage, account, region, ...planData(plan) },
        text: (style) => planText(plan, style),
        problems: [...app.problems, ...plan.problems],
      };
    } finally {
      clients.destroy();
    }
  },
});
