import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Outcome } from '../report/outcome.ts';
import type { Command, CommandContext, CommonArguments } from './command.ts';

/** What the list of commands holds of each: the rest of a command is loaded only when it is called. */
export interface ListedCommand {
  /** The name and positionals in yargs's notation: `new <name>`. */
  readonly words: string;
  /** One line for `tankard --help`. */
  readonly says: string;
  readonly load: () => Promise<LoadedCommand>;
  /** Commands below this one: `tankard local mail`. */
  readonly below?: readonly ListedCommand[] | undefined;
}

/** A command of which only itself knows what its arguments are. */
export interface LoadedCommand {
  options(yargs: Argv<CommonArguments>): Argv<CommonArguments>;
  bind(args: ArgumentsCamelCase<CommonArguments>): BoundCommand;
}

/** A command with its arguments, ready to run. */
export interface BoundCommand {
  readonly args: CommonArguments;
  readonly longRunning: boolean;
  run(context: CommandContext): Promise<Outcome>;
}

/** Forgets the type of a command's arguments, so that commands can stand in one list. */
export function loaded<Arguments extends CommonArguments>(command: Command<Arguments>): LoadedCommand {
  return {
    options: (yargs) => command.options(yargs) as unknown as Argv<CommonArguments>,
    bind: (args) => ({
      args,
      longRunning: command.longRunning ?? false,
      // yargs has parsed `args` by the options that this very command declared.
      run: (context) => command.run(args as ArgumentsCamelCase<Arguments>, context),
    }),
  };
}
