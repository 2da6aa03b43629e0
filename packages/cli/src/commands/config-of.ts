import { TankardError } from '@tankard/framework/errors';
import { resolveConfig } from '../config/resolve-config.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { problem } from '../errors/problem.ts';
import type { CommandContext, CommonArguments } from './command.ts';

/** What of a command's arguments decides its configuration. */
export interface ConfigArguments extends Pick<CommonArguments, 'project' | 'stage'> {
  /** `NAME=VALUE` each, of a command that takes {@link parameterOption}. */
  readonly parameter?: readonly string[] | undefined;
}

/** The option `--parameter NAME=VALUE`, which may be repeated. */
export const parameterOption = {
  type: 'string',
  array: true,
  requiresArg: true,
  describe: "NAME=VALUE of one of the app's parameters; may be repeated",
} as const;

/**
 * The configuration that a command line asks for.
 *
 * @param defaultStage the stage without `--stage`; `dev` where the command has no other.
 * @throws TankardError USAGE_INVALID, PROJECT_NOT_FOUND, CONFIG_…, STAGE_….
 */
export async function configOf(
  args: ConfigArguments,
  { cwd }: Pick<CommandContext, 'cwd'>,
  defaultStage?: string,
): Promise<ResolvedConfig> {
  const { project, stage, parameter = [] } = args;
  return resolveConfig({ cwd, project, stage, defaultStage, parameters: parameterValues(parameter) });
}

/**
 * What `--parameter NAME=VALUE` gives.
 *
 * @throws TankardError USAGE_INVALID
 */
export function parameterValues(given: readonly string[]): Readonly<Record<string, string>> {
  const wrong = given.filter((text) => !/^[^=]+=/.test(text));
  if (wrong.length > 0) {
    throw new TankardError(
      wrong.map((text) =>
        problem('USAGE_INVALID', {
          message: `--parameter ${text} gives no value.`,
          remedy: 'Write --parameter NAME=VALUE.',
        }),
      ),
    );
  }
  return Object.fromEntries(
    given.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
}
