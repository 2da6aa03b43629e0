import type { Problem } from '@tankard/framework/manifest';

/** What the process's exit code says. */
export const EXIT = {
  done: 0,
  /** The user's mistake: something in the app or its configuration. */
  mistake: 1,
  /** The command line could not be understood. */
  usage: 2,
  /** A deploy was applied in part; its journal is kept and running it again carries on. */
  partly: 3,
  /** AWS refused. */
  refused: 4,
  /** Aborted by a signal: 128 + SIGINT. */
  aborted: 130,
} as const;

/** The exit code for problems of which none came from AWS. */
export function exitCodeOf(problems: readonly Problem[]): number {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return EXIT.done;
  return errors.every(({ code }) => code.startsWith('USAGE_')) ? EXIT.usage : EXIT.mistake;
}
