import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The repository. */
export const root = join(import.meta.dirname, '..');

const bin = join(root, 'node_modules', '.bin');

/**
 * Runs a program in the repository, the installed ones first, and gives its exit code.
 * It lives no longer than this process: signals are passed on.
 */
export function run(program, words, { cwd = root, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd,
      stdio: 'inherit',
      env: { ...env, PATH: `${bin}${delimiter}${env.PATH}` },
    });
    const pass = (signal) => child.kill(signal);
    // A terminal sends Ctrl-C to the child as well; a second one would be taken for impatience.
    const interrupted = () => process.stdin.isTTY || pass('SIGINT');
    process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', interrupted);
    const done = (code) => {
      process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', interrupted);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 130));
  });
}
