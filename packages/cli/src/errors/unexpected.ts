import type { Problem } from '@tankard/framework/manifest';
import { problem } from './problem.ts';

/**
 * The problem for something that was thrown and is no TankardError: a mistake of ours.
 *
 * @param verbose gives the stack; without it only the message.
 */
export function unexpected(thrown: unknown, verbose: boolean): Problem {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return problem('UNEXPECTED', {
    message: `Tankard failed: ${error.message}`,
    remedy: verbose
      ? (error.stack ?? error.message)
      : 'This is a mistake in Tankard. Run it again with --verbose and report what it prints.',
  });
}
