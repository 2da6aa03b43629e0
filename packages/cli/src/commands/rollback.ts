import { isEmpty } from '../plan/plan.ts';
import { rollback } from '../plan/rollback.ts';
import { awsOptions } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { consentTo } from './deploy/consent.ts';
import { changeOptions } from './deploy/deploy-options.ts';
import { createProgress } from './deploy/progress.ts';
import { planData } from './deploy/step-data.ts';
import { openStage } from './stage/open-stage.ts';

/** `tankard rollback`: brings a stage's functions back to the code and configuration of the deploy before. */
export const command = defineCommand({
  longRunning: true,
  options: (yargs) => yargs.options({ ...awsOptions, ...changeOptions }),
  run: async (args, context) => {
    const { form, stderr, signal } = context;
    const { app, stage, tags, target, store } = await openStage(args, context);
    const progress = createProgress(form, stderr);
    try {
      const { plan, applied, release } = await rollback({
        graph: { app, stage, tags },
        target,
        store,
        choice: { withData: false, replaceData: new Set() },
        signal,
        breakLock: args.breakLock,
        onEvent: progress.onEvent,
        confirm: (wanted) => consentTo(wanted, { yes: args.yes, form, signal }),
      });
      const { account, region } = target;
      const said = isEmpty(plan) ? 'already is' : 'is back';
      return {
        data: { app, stage, account, region, applied, release, ...planData(plan) },
        text: (style) =>
          applied
            ? `${style.good('✔')} ${style.strong(app)} ${said} at deploy ${release.number} of ${release.at}: stage ${stage} in ${region} of ${account}`
            : 'Stopped: nothing was changed.',
        problems: plan.problems,
      };
    } finally {
      progress.end();
      target.clients.destroy();
    }
  },
});
