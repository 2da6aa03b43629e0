import { deploy } from '../plan/deploy.ts';
import { isEmpty } from '../plan/plan.ts';
import { awsOptions } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { consentTo } from './deploy/consent.ts';
import { changeOptions } from './deploy/deploy-options.ts';
import { createProgress } from './deploy/progress.ts';
import { planData } from './deploy/step-data.ts';
import { openStage } from './stage/open-stage.ts';

/** `tankard delete`: removes what a stage's deploys made, and keeps what holds data. */
export const command = defineCommand({
  longRunning: true,
  options: (yargs) =>
    yargs.options({
      ...awsOptions,
      ...changeOptions,
      'with-data': {
        type: 'boolean',
        default: false,
        describe: 'Tables, buckets, streams and secrets too, with everything in them',
      },
    }),
  run: async (args, context) => {
    const { form, stderr, signal } = context;
    const { app, stage, target, store } = await openStage(args, context);
    const progress = createProgress(form, stderr);
    try {
      const { plan, applied } = await deploy({
        graph: { app, stage, nodes: new Map(), outputs: [] },
        parameters: {},
        target,
        store,
        choice: { withData: args.withData, replaceData: new Set() },
        zip: (name) => Promise.reject(new Error(`A removal needs no zip, and '${name}' was asked for.`)),
        signal,
        // Whoever removes a stage names its account by the credentials.
        elsewhere: true,
        command: 'delete',
        breakLock: args.breakLock,
        onEvent: progress.onEvent,
        confirm: (wanted) =>
          consentTo(wanted, {
            yes: args.yes,
            word: args.withData ? `${app}-${stage}` : undefined,
            form,
            signal,
          }),
      });
      const data = { app, stage, account: target.account, region: target.region, applied, ...planData(plan) };
      const kept = plan.gone.filter(({ action }) => action === 'keep').map(({ id }) => id);
      const said = isEmpty(plan) ? 'has nothing to remove' : 'is removed';
      return {
        data,
        text: (style) =>
          applied
            ? [
                `${style.good('✔')} ${style.strong(app)} ${said}: stage ${stage} in ${target.region} of ${target.account}`,
                ...(kept.length > 0
                  ? [`  Kept, because it holds data: ${kept.join(', ')} (--with-data)`]
                  : []),
              ].join('\n')
            : 'Stopped: nothing was removed.',
        problems: plan.problems,
      };
    } finally {
      progress.end();
      target.clients.destroy();
    }
  },
});
