import { setTimeout as sleep } from 'node:timers/promises';
import { TankardError } from '@tankard/framework/errors';
import { readLogEvents } from '../aws/log-events.ts';
import { openTarget } from '../aws/target.ts';
import { loadApp } from '../build/load/load-app.ts';
import { styleOf } from '../report/style.ts';
import { openStore } from '../state/open-store.ts';
import { appConfigOf } from './app-config-of.ts';
import { askingAws } from './asking-aws.ts';
import { awsOptions, awsSettings } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { storeName } from './deploy/stage-request.ts';
import { isAtLeast, LEVELS, type LogLine } from './logs/log-line.ts';
import { logLineText } from './logs/log-line-text.ts';
import { moment } from './logs/moment.ts';
import { patientReader } from './logs/patient-reader.ts';
import { followLines, type ReadGroup, readLines } from './logs/read-lines.ts';
import { deployedStacks } from './stage/deployed-stacks.ts';
import { stageFunctions } from './stage/stage-functions.ts';
import { stageNotDeployed } from './stage/stage-not-deployed.ts';

/** Milliseconds between two looks at a log that is followed. */
const PAUSE = 2_000;

/** `tankard logs [NAMES..]`: what the functions of a stage have written, merged by time; `--follow` goes on. */
export const command = defineCommand({
  longRunning: true,
  options: (yargs) =>
    yargs
      .positional('names', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'Functions (default: all)',
      })
      .options({
        ...awsOptions,
        since: {
          type: 'string',
          default: '10m',
          requiresArg: true,
          describe: 'From when: 90s, 10m, 2h, 1d ago, or a date',
        },
        until: { type: 'string', requiresArg: true, conflicts: 'follow', describe: 'Up to when' },
        follow: { type: 'boolean', default: false, alias: 'f', describe: 'Go on until Ctrl-C' },
        level: { choices: LEVELS, describe: 'Only lines that say this level or a graver one' },
        'include-lambda-messages': {
          type: 'boolean',
          default: false,
          describe: "Lambda's own lines too, such as START and REPORT",
        },
        utc: {
          type: 'boolean',
          default: false,
          describe: 'Times in UTC (default: the time zone of this machine)',
        },
      }),
  run: async (args, context) => {
    const { form, stdout, stderr, signal } = context;
    const now = Date.now();
    const from = moment('since', args.since, now);
    const to = args.until === undefined ? undefined : moment('until', args.until, now);
    const config = await appConfigOf(args, context);
    const { manifest } = await loadApp(config);
    const functions = stageFunctions(manifest, config, args.names);
    const { level } = args;
    const wanted = (line: LogLine) =>
      line.platform ? args.includeLambdaMessages : level === undefined || isAtLeast(line, level);
    const text = (line: LogLine) => logLineText(line, { utc: args.utc, style: styleOf(form) });

    const target = await openTarget(awsSettings(args, context));
    const { clients, region } = target;
    const { app } = manifest;
    const { stage } = config;
    const stacks = deployedStacks(() => openStore(config, storeName({ app, stage }, target), clients));
    const resolved = async (line: LogLine): Promise<LogLine> => ({
      ...line,
      text: await stacks.resolve(line.function, line.time, line.text),
    });
    const events: ReadGroup = async (group, span) => readLogEvents(await clients.logs(), group, span);
    const explained =
      (read: ReadGroup): ReadGroup =>
      (group, span) =>
        askingAws(`reading ${group}`, () => read(group, span));
    try {
      if (!args.follow) {
        const found = await readLines(functions, { from, to }, explained(events));
        if (!found) throw new TankardError([stageNotDeployed({ app, stage, region })]);
        const lines = await Promise.all(found.filter(wanted).map(resolved));
        return { data: { lines }, text: () => lines.map(text).join('\n'), problems: [] };
      }
      const again = () => sleep(PAUSE, true, { signal }).catch(() => false);
      const patient = patientReader(events, { signal, warn: (said) => stderr.write(`! ${said}\n`) });
      for await (const line of followLines(functions, from, explained(patient), again)) {
        if (!wanted(line)) continue;
        const shown = await resolved(line);
        stdout.write(`${form === 'json' ? JSON.stringify(shown) : text(shown)}\n`);
      }
      return { data: {}, text: () => '', problems: [] };
    } finally {
      clients.destroy();
    }
  },
});
