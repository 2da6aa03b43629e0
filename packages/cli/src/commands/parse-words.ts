import { readFileSync } from 'node:fs';
import { TankardError } from '@tankard/framework/errors';
import yargs, { type Argv } from 'yargs';
import type { CommonArguments } from './command.ts';
import type { BoundCommand, ListedCommand } from './listed-command.ts';
import { usageProblem } from './usage-problem.ts';

/** What a command line asks for: a text such as the help, or a command. */
export type Request = { readonly text: string } | { readonly command: BoundCommand };

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

/**
 * Reads a command line by a list of commands.
 *
 * @param words the arguments after the program's name.
 * @throws TankardError USAGE_UNKNOWN_COMMAND, USAGE_UNKNOWN_OPTION or USAGE_INVALID.
 */
export async function parseWords(
  words: readonly string[],
  commands: readonly ListedCommand[],
): Promise<Request> {
  let chosen: BoundCommand | undefined;
  let level = commands;
  let text = '';

  const declare = (parser: Argv<CommonArguments>, listed: readonly ListedCommand[]): Argv<CommonArguments> =>
    listed.reduce(
      (so, { words: name, says, load, below = [] }) =>
        so.command(
          name,
          says,
          async (inner: Argv<CommonArguments>) => {
            level = below;
            return declare((await load()).options(inner), below);
          },
          async (args) => {
            chosen = (await load()).bind(args);
          },
        ),
      parser,
    );

  const parser = declare(base(), commands);
  // Called within parseAsync, with the options of the command that is being parsed.
  const refuse = (message: string): never => {
    const known = { commands: level.map(({ words: name }) => nameOf(name)), options: optionsOf(parser) };
    throw new TankardError([usageProblem(message, known, words)]);
  };
  // A YError is the parser's own; anything else was thrown by a command that was loaded.
  const failed = (message: string | null, error: Error | undefined) => {
    if (error && error.name !== 'YError') throw error;
    refuse(message ?? error?.message ?? 'The command line cannot be read');
  };
  parser.fail(failed);
  await parser.parseAsync([...words], {}, (error: Error | undefined, args, output) => {
    if (error) failed(null, error);
    const twice = Object.keys(args).find((name) => Array.isArray(args[name]) && !mayRepeat(parser, name));
    if (twice) refuse(`--${twice} is given more than once`);
    text = output;
  });
  if (chosen) return { command: chosen };
  return { text: text || (await parser.getHelp()) };
}

const nameOf = (words: string) => words.split(' ', 1).join();

/** What yargs knows of the options at this point; its types leave the method out. */
interface KnownOptions {
  getOptions(): { readonly key: Readonly<Record<string, unknown>>; readonly array: readonly string[] };
}

const optionsOf = (parser: object) => Object.keys((parser as KnownOptions).getOptions().key);

// `_` holds the words that are no options.
const mayRepeat = (parser: object, name: string) =>
  name === '_' || (parser as KnownOptions).getOptions().array.includes(name);

function base(): Argv<CommonArguments> {
  return yargs()
    .scriptName('tankard')
    .usage(
      '$0 <command>\n\nAWS Lambda apps in TypeScript: say what calls your functions, and run, package or look at them.',
    )
    .locale('en')
    .exitProcess(false)
    .strict()
    .parserConfiguration({
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .option('project', { type: 'string', requiresArg: true, describe: "The project's folder" })
    .option('stage', {
      type: 'string',
      requiresArg: true,
      describe: 'The stage (default: dev; of local: local)',
    })
    .option('json', { type: 'boolean', default: false, describe: 'Print one JSON object' })
    .option('verbose', { type: 'boolean', default: false, describe: 'Print stacks of unexpected errors' })
    .alias('help', 'h')
    .version(version)
    .wrap(100)
    .epilog(
      'Exit codes: 0 done, 1 mistake in the app, 2 usage, 3 partly applied, 4 refused by AWS, 130 aborted.',
    );
}
