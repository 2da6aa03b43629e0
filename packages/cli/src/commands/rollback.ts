import { openTarget } from '../aws/target.ts';
import { loadApp } from '../build/load/load-app.ts';
import { isEmpty } from '../plan/plan.ts';
import { rollback } from '../plan/rollback.ts';
import { openStore } from '../state/open-store.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { configOf } from './config-of.ts';
import { consentTo } from './deploy/consent.ts';
import { changeOptions } from './deploy/deploy-options.ts';
import { createProgress } from './deploy/progress.ts';
import { storeName } from './deploy/stage-request.ts';
import { planData } from './deploy/step-data.ts';

/** `tankard rollback`: brings a stage's functions back to the code and configuration of the deploy before. */
export const command = defineCommand({
  longRunning: true,
  options: (yargs) => yargs.options({ ...awsOptions, ...changeOptions }),
  run: async (args, context) => {
    const { form, stderr, signal } = context;
    const config = await configOf(args, context);
    const { manifest } = await loadApp(config);
    const { app } = manifest;
    const { stage } = config;
    const target = await openTarget(awsSettings(args, context));
    const progress = createProgress(form, stderr);
    try {
      const { plan, applied, release } = await rollback({
        graph: { app, stage },
        target,
        tags: config.tags,
        store: await openStore(config, storeName({ app, stage }, target), target.clients),
        choice: { withData: false, replaceData: new Set() },
        signal,
        breakLock: args.breakLock,
        onEvent: progress.onEvent,
        confirm: (wanted) => consentTo(wanted, { yes: args.yes, signal }),
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
