import type { Problem } from '@tankard/framework/manifest';
import { nearest } from '../errors/nearest.ts';
import { problem } from '../errors/problem.ts';

/** What the command line could have said at the place where it went wrong. */
export interface Known {
  readonly commands: readonly string[];
  readonly options: readonly string[];
}

/** Turns what yargs says about a command line into a problem that names the nearest word. */
export function usageProblem(message: string, known: Known, words: readonly string[]): Problem {
  const unknown = message.match(/^Unknown (?:arguments?|commands?): (.+)$/)?.[1]?.split(', ') ?? [];
  const [first] = unknown;
  if (first === undefined) {
    return problem('USAGE_INVALID', { message: sentence(message), remedy: 'See --help.' });
  }
  return isOption(first, words) ? unknownOption(first, known) : unknownCommand(first, known);
}

function unknownOption(name: string, { options }: Known): Problem {
  const meant = nearest(name, options);
  return problem('USAGE_UNKNOWN_OPTION', {
    message: `There is no option '${dashed(name)}'.`,
    remedy: meant ? `Did you mean '${dashed(meant)}'?` : 'See --help.',
  });
}

function unknownCommand(name: string, { commands }: Known): Problem {
  const meant = nearest(name, commands);
  return problem('USAGE_UNKNOWN_COMMAND', {
    message: commands.length > 0 ? `There is no command '${name}'.` : `'${name}' is one word too many.`,
    remedy: meant ? `Did you mean '${meant}'?` : 'See --help.',
  });
}

const dashed = (name: string) => (name.length === 1 ? `-${name}` : `--${name}`);

// yargs names an unknown option without its dashes, and an unknown command in the same sentence.
const isOption = (name: string, words: readonly string[]) =>
  words.some((word) => /^-/.test(word) && word.replace(/^-+(?:no-)?/, '').split('=')[0] === name);

function sentence(message: string): string {
  const line = message.trim().replaceAll(/\s*\n\s*/g, ' ');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
