import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Form } from '../report/form.ts';
import type { Outcome } from '../report/outcome.ts';

/** What every command takes. */
export interface CommonArguments {
  readonly project: string | undefined;
  readonly stage: string | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** The world around a command. */
export interface CommandContext {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly form: Form;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Aborted by SIGINT or SIGTERM; only a command that is `longRunning` lives on to see it. */
  readonly signal: AbortSignal;
}

/** What a module in `commands/` exports as `command`. */
export interface Command<Arguments extends CommonArguments = CommonArguments> {
  /** Declares the command's own options and positionals. */
  readonly options: (yargs: Argv<CommonArguments>) => Argv<Arguments>;
  /** Does the work. Throws a TankardError for what the user must mend. */
  readonly run: (args: ArgumentsCamelCase<Arguments>, context: CommandContext) => Promise<Outcome>;
  /** Runs until a signal: Ctrl-C aborts `context.signal` in place of ending the process. */
  readonly longRunning?: boolean | undefined;
}

/** Gives a command the types of its own options. */
export function defineCommand<Arguments extends CommonArguments>(
  command: Command<Arguments>,
): Command<Arguments> {
  return command;
}
