import type { CommandContext } from './commands/command.ts';
import { commands } from './commands/list.ts';
import type { BoundCommand, ListedCommand } from './commands/listed-command.ts';
import { parseWords } from './commands/parse-words.ts';
import { EXIT, exitCodeOf } from './errors/exit-code.ts';
import { chooseForm } from './report/form.ts';

/** What a run of the command touches of its process. */
export type World = Pick<CommandContext, 'cwd' | 'env'> & {
  readonly stdout: CommandContext['stdout'] & { readonly isTTY?: boolean };
  readonly stderr: CommandContext['stderr'];
  readonly commands?: readonly ListedCommand[] | undefined;
};

/**
 * Runs one command line and gives the exit code; never throws.
 *
 * @param words the arguments after the program's name.
 */
export async function main(words: readonly string[], world: World): Promise<number> {
  const { stdout, stderr, env } = world;
  // Needed before the words are understood, because they may not be.
  const form = chooseForm({ json: words.includes('--json'), isTTY: stdout.isTTY ?? false, env });
  let lines = false;
  const report = async () =>
    (await import('./report/reporter.ts')).createReporter(form, { stdout, stderr }, lines);
  try {
    const request = await parseWords(words, world.commands ?? commands);
    if ('text' in request) {
      stdout.write(`${request.text}\n`);
      return EXIT.done;
    }
    const { command } = request;
    lines = command.longRunning;
    return await untilSignal(command, async (signal) => {
      const outcome = await command.run({ ...world, form, signal });
      (await report()).outcome(outcome);
      return exitCodeOf(outcome.problems);
    });
  } catch (thrown) {
    const [{ isTankardError }, { unexpected }] = await Promise.all([
      import('@tankard/framework/errors'),
      import('./errors/unexpected.ts'),
    ]);
    const verbose = words.includes('--verbose') || Boolean(env.TANKARD_DEBUG);
    const problems = isTankardError(thrown) ? thrown.problems : [unexpected(thrown, verbose)];
    (await report()).failure(problems);
    return exitCodeOf(problems);
  }
}

/** A long-running command is told of Ctrl-C by its signal; Node's own way ends any other at once. */
async function untilSignal(
  command: BoundCommand,
  run: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const controller = new AbortController();
  if (!command.longRunning) return run(controller.signal);
  const stop = () => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const code = await run(controller.signal);
    return controller.signal.aborted && code === EXIT.done ? EXIT.aborted : code;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
