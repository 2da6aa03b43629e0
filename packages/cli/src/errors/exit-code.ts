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

/** The exit code for problems: what was left half done counts for most, then AWS, then usage. */
export function exitCodeOf(problems: readonly Problem[]): number {
  const codes = problems.flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
  if (codes.length === 0) return EXIT.done;
  if (codes.includes('DEPLOY_ABORTED')) return EXIT.aborted;
  if (codes.includes('DEPLOY_PARTLY')) return EXIT.partly;
  if (codes.some((code) => code.startsWith('AWS_'))) return EXIT.refused;
  return codes.every((code) => code.startsWith('USAGE_')) ? EXIT.usage : EXIT.mistake;
}
