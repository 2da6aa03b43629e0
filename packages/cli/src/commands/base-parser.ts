import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import yargs, { type Argv } from 'yargs';
import { ownFolder } from '../own-package.ts';
import type { CommonArguments } from './command.ts';

const { version }: { version: string } = JSON.parse(readFileSync(join(ownFolder, 'package.json'), 'utf8'));

/** What holds for every command line: the options that each command takes, and how words are read. */
export function baseParser(): Argv<CommonArguments> {
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

/** What yargs knows of the options at this point; its types leave the method out. */
interface KnownOptions {
  getOptions(): { readonly key: Readonly<Record<string, unknown>>; readonly array: readonly string[] };
}

/** The names of the options that may stand where parsing has got to. */
export const optionsOf = (parser: object) => Object.keys((parser as KnownOptions).getOptions().key);

/**
 * Whether an option may be given more than once; `_` holds the words that are no options.
 *
 * @param name as yargs gives it, with hyphens or in camel case.
 */
export const mayRepeat = (parser: object, name: string) =>
  name === '_' ||
  (parser as KnownOptions).getOptions().array.some((one) => one === name || camelCase(one) === name);

const camelCase = (name: string) => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
