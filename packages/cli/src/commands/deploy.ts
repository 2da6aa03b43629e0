import { deploy } from '../plan/deploy.ts';
import { defineCommand } from './command.ts';
import { consentTo } from './deploy/consent.ts';
import { changeOptions, planOptions } from './deploy/deploy-options.ts';
import { deployOutcome } from './deploy/deploy-outcome.ts';
import { createProgress } from './deploy/progress.ts';
import { stageRequest } from './deploy/stage-request.ts';

/** `tankard deploy`: brings a stage in AWS to what the app says, step by step, and tells where it is. */
export const command = defineCommand({
  longRunning: true,
  options: (yargs) => yargs.options({ ...planOptions, ...changeOptions }),
  run: async (args, context) => {
    const { form, stderr, signal } = context;
    const { app, request } = await stageRequest(args, context);
    const progress = createProgress(form, stderr);
    const began = performance.now();
    try {
      const result = await deploy({
        ...request,
        command: 'deploy',
        breakLock: args.breakLock,
        onEvent: progress.onEvent,
        confirm: (plan) => consentTo(plan, { yes: args.yes, form, signal }),
      });
      return deployOutcome(result, {
        app: app.manifest.app,
        stage: app.config.stage,
        target: request.target,
        duration: performance.now() - began,
        problems: app.problems,
      });
    } finally {
      progress.end();
      request.target.clients.destroy();
    }
  },
});
