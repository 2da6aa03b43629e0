import { TankardError } from '@tankard/framework/errors';
import { invokeFunction } from '../aws/invoke-function.ts';
import { openTarget } from '../aws/target.ts';
import { loadApp } from '../build/load/load-app.ts';
import { PAYLOADS } from '../graph/lower/api.ts';
import { openStore } from '../state/open-store.ts';
import { appConfigOf } from './app-config-of.ts';
import { askingAws } from './asking-aws.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { storeName } from './deploy/stage-request.ts';
import { handlerFailed, notDeployed } from './invoke/call-problems.ts';
import { callReport } from './invoke/call-report.ts';
import { callResult } from './invoke/call-result.ts';
import { callText } from './invoke/call-text.ts';
import { exampleEvents } from './invoke/example-events.ts';
import { payloadOf } from './invoke/payload-of.ts';
import { deployedStacks } from './stage/deployed-stacks.ts';
import { stageFunctions } from './stage/stage-functions.ts';

/** `tankard invoke NAME`: calls a function of a stage in AWS, and prints its result, its log and what it took. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('name', { type: 'string', demandOption: true, describe: 'The name of a function' })
      .options({
        ...awsOptions,
        payload: { type: 'string', requiresArg: true, describe: 'JSON, @FILE, or - for stdin (default: {})' },
        example: {
          type: 'string',
          requiresArg: true,
          conflicts: 'payload',
          describe: "An example event of the function's source, such as insert, put or 'GET /users/{id}'",
        },
      }),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const { manifest } = await loadApp(config);
    const [called] = stageFunctions(manifest, config, [args.name]);
    if (!called) throw new Error(`'${args.name}' was found and is not there.`);
    const examples = exampleEvents(called.handlers, {
      resources: manifest.resources,
      payload: PAYLOADS[config.api],
    });
    const payload = await payloadOf(args, examples, context);
    const settings = awsSettings(args, context);
    const target = await openTarget(settings);
    try {
      const answer = await askingAws(`calling ${args.name}`, () =>
        invokeFunction(settings, called.physicalName, payload),
      );
      if (!answer) throw new TankardError([notDeployed(args.name, config.stage)]);
      const stacks = deployedStacks(() =>
        openStore(config, storeName({ app: manifest.app, stage: config.stage }, target), target.clients),
      );
      const inSource = (text: string) => stacks.resolve(args.name, Date.now(), text);
      const { failed, payload: result, log } = answer;
      const outcome = {
        result: callResult(failed ? await inSource(result) : result),
        log: (await inSource(log)).split('\n'),
        report: callReport(log),
      };
      return {
        data: { function: args.name, failed, ...outcome },
        text: (style) => callText(outcome, style),
        problems: failed ? [handlerFailed(args.name, outcome.result)] : [],
      };
    } finally {
      target.clients.destroy();
    }
  },
});
