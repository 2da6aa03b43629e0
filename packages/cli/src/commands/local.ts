import { isTankardError } from '@tankard/framework/manifest';
import { readLocalFile } from '../local/local-file/local-file.ts';
import { askParameters } from '../local/session/ask-parameters.ts';
import { refuseSecond } from '../local/session/refuse-second.ts';
import { type Session, type SessionOptions, startSession } from '../local/session/session.ts';
import { happeningText } from '../local/show/happening-text.ts';
import { styleOf } from '../report/style.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';
import { parameterOption, parameterValues } from './config-of.ts';
import type { remoteEngine } from './local/remote-engine.ts';

/** `tankard local`: runs the app on this machine until Ctrl-C. With `--json` each happening is a line of JSON. */
export const command = defineCommand({
  longRunning: true,
  options: (yargs) =>
    yargs
      .option('port', {
        ...port,
        default: 3000,
        describe: "Port of the app's routes, or the next free one",
      })
      .option('aws-port', {
        ...port,
        default: 4566,
        describe: "Port of AWS's protocols, or the next free one",
      })
      .option('console-port', {
        ...port,
        default: 4700,
        describe: 'Port of the console, or the next free one',
      })
      .option('dynamodb', {
        type: 'string',
        requiresArg: true,
        describe: 'Address of another DynamoDB, such as http://localhost:8000',
      })
      .option('engine', {
        type: 'string',
        requiresArg: true,
        describe:
          'Address of another engine that stands for AWS, such as http://localhost:4566: data and events are its own',
        conflicts: 'dynamodb',
      })
      .option('fresh', {
        type: 'boolean',
        default: false,
        describe: 'Begin with no data: what earlier runs kept is removed',
      })
      .option('enforce-permissions', {
        type: 'boolean',
        default: false,
        describe: 'Refuse what a function may not do by the permissions that are derived for it',
      })
      .option('parameter', parameterOption),
  run: async (args, context) => {
    const { form, stdout, env, signal } = context;
    const configured = await appConfigOf(args, context, 'local');
    const localFile = await readLocalFile(configured.project);
    const config = {
      ...configured,
      parameters: {
        ...configured.parameters,
        ...localFile.parameters,
        ...parameterValues(args.parameter ?? []),
      },
    };
    await refuseSecond(config.project);
    const style = styleOf(form);
    // Whoever read the first lines may have gone: the app runs on.
    process.stdout.on('error', () => {});
    const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
    const engine =
      args.engine === undefined ? undefined : await engineAt(args.engine, config, { region, env, signal });
    const session = await startAsking({
      config,
      port: args.port,
      awsPort: args.awsPort,
      consolePort: args.consolePort,
      dynamodb: args.dynamodb,
      enforcePermissions: args.enforcePermissions,
      fresh: args.fresh,
      localFile,
      engine,
      region,
      // The start of the process: what somebody waits for at the terminal.
      since: 0,
      tell: (happening) =>
        stdout.write(`${form === 'json' ? JSON.stringify(happening) : happeningText(happening, style)}\n`),
    });
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await session.close();
    return { data: { kind: 'ended' }, text: () => '', problems: [] };
  },
});

const port = {
  type: 'number',
  requiresArg: true,
  coerce: (given: number) => {
    if (Number.isInteger(given) && given >= 0 && given <= 65_535) return given;
    throw new Error('A port is a whole number from 0 to 65535; 0 takes any that is free');
  },
} as const;

/** Loads what deploys only where it is asked for: the SDK's clients take a third of the time to readiness. */
async function engineAt(...given: Parameters<typeof remoteEngine>): ReturnType<typeof remoteEngine> {
  return (await import('./local/remote-engine.ts')).remoteEngine(...given);
}

/** Starts, and where parameters are missing and somebody sits at the terminal, asks for them and starts again. */
async function startAsking(options: SessionOptions): Promise<Session> {
  try {
    return await startSession(options);
  } catch (error) {
    if (!process.stdin.isTTY || !isTankardError(error)) throw error;
    if (error.problems.some(({ code }) => code !== 'PARAMETER_MISSING')) throw error;
    const parameters = { ...options.config.parameters, ...(await askParameters(error.problems)) };
    return startSession({ ...options, config: { ...options.config, parameters } });
  }
}
