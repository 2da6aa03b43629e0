import { TankardError } from '@tankard/framework/manifest';
import { invokeFunction } from '../aws/invoke-function.ts';
import { openTarget } from '../aws/target.ts';
import { loadApp } from '../build/load/load-app.ts';
import { appConfigOf } from './app-config-of.ts';
import { askingAws } from './asking-aws.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { handlerFailed, notDeployed } from './invoke/call-problems.ts';
import { callReport } from './invoke/call-report.ts';
import { callText } from './invoke/call-text.ts';
import { exampleEvents } from './invoke/example-events.ts';
import { payloadOf } from './invoke/payload-of.ts';
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
      payload: config.api === 'rest' ? '1.0' : '2.0',
    });
    const payload = await payloadOf(args, examples, context);
    const settings = awsSettings(args, context);
    const { clients } = await openTarget(settings);
    clients.destroy();
    const answer = await askingAws(`calling ${args.name}`, () =>
      invokeFunction(settings, called.physicalName, payload),
    );
    if (!answer) throw new TankardError([notDeployed(args.name, config.stage)]);

    const { failed, log } = answer;
    const outcome = {
      result: answer.payload === '' ? undefined : JSON.parse(answer.payload),
      log: log.split('\n'),
      report: callReport(log),
    };
    return {
      data: { function: args.name, failed, ...outcome },
      text: (style) => callText(outcome, style),
      problems: failed ? [handlerFailed(args.name, outcome.result)] : [],
    };
  },
});
