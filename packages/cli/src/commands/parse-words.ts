import type { Argv } from 'yargs';
import { baseParser, mayRepeat, optionsOf } from './base-parser.ts';
import type { CommonArguments } from './command.ts';
import type { BoundCommand, ListedCommand } from './listed-command.ts';
import type { Known } from './usage-problem.ts';

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
    throw new Refusal(message, known);
  };
  // A YError is the parser's own; anything else was thrown by a command that was loaded.
  const failed = (message: string | null, error: Error | undefined) => {
    if (error && error.name !== 'YError') throw error;
    refuse(message ?? error?.message ?? 'The command line cannot be read');
  };
  parser.fail(failed);
  const read = (error: Error | undefined, args: object, output: string) => {
    if (error) failed(null, error);
    const twice = Object.entries(args).find(
      ([name, value]) => Array.isArray(value) && !mayRepeat(parser, name),
    );
    if (twice) refuse(`--${twice[0]} is given more than once`);
    // No option means anything by an empty value, which is mostly a shell's variable that was not set.
    const empty = words.find(
      (word, at) => /^--.+=$/.test(word) || (/^--/.test(word) && words[at + 1] === ''),
    );
    if (empty) refuse(`${empty.replace(/=$/, '')} is empty`);
    text = output;
  };
  try {
    await parser.parseAsync([...words], {}, read);
  } catch (thrown) {
    throw await explained(thrown, words);
  }
  if (chosen) return { command: chosen };
  return { text: text || (await parser.getHelp()) };
}

/** A command line that can't be read, until it is explained. */
class Refusal extends Error {
  readonly known: Known;

  constructor(message: string, known: Known) {
    super(message);
    this.known = known;
  }
}

/** What explains a mistake is loaded only for one: of a start, each module takes 0.35 ms. */
async function explained(thrown: unknown, words: readonly string[]): Promise<unknown> {
  if (!(thrown instanceof Refusal)) return thrown;
  const [{ TankardError }, { usageProblem }] = await Promise.all([
    import('@tankard/framework/errors'),
    import('./usage-problem.ts'),
  ]);
  return new TankardError([usageProblem(thrown.message, thrown.known, words)]);
}

const nameOf = (words: string) => words.split(' ', 1).join();
