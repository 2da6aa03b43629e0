import { TankardError } from '@tankard/framework/errors';
import type { Argv } from 'yargs';
import { baseParser, mayRepeat, optionsOf } from './base-parser.ts';
import type { CommonArguments } from './command.ts';
import type { BoundCommand, ListedCommand } from './listed-command.ts';
import { usageProblem } from './usage-problem.ts';

/** What a command line asks for: a text such as the help, or a command. */
export type Request = { readonly text: string } | { readonly command: BoundCommand };

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

  const parser = declare(baseParser(), commands);
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
    // No option means anything by an empty value, which is mostly a shell's variable that was not set.
    const empty = words.find(
      (word, at) => /^--.+=$/.test(word) || (/^--/.test(word) && words[at + 1] === ''),
    );
    if (empty) refuse(`${empty.replace(/=$/, '')} is empty`);
    text = output;
  });
  if (chosen) return { command: chosen };
  return { text: text || (await parser.getHelp()) };
}

const nameOf = (words: string) => words.split(' ', 1).join();
