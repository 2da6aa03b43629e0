import { startLoadProcess } from '../build/load/load-process.ts';
import { findProject } from '../config/find-project.ts';
import { defineCommand } from './command.ts';
import { parameterOption } from './config-of.ts';
import { openApp } from './local/open-app.ts';

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
    const process = startLoadProcess(findProject(args.project, context.cwd));
    try {
      const app = await openApp(args, context, process);
      // What runs a session takes 0.2 s to load: that is done while the process has the app, and nothing else could be.
      await process.busy;
      const { runLocal } = await import('./local/run-local.ts');
      await runLocal(app, args, context);
    } finally {
      process.end();
    }
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
