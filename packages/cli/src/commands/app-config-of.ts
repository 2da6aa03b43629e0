import { isTankardError, type Problem, TankardError } from '@tankard/framework/errors';
import { loadApp } from '../build/load/load-app.ts';
import { entryOf } from '../config/entry-of.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { CommandContext } from './command.ts';
import { type ConfigArguments, configOf } from './config-of.ts';

/**
 * As {@link configOf}, for a command that goes on to load the app: where the configuration is wrong,
 * what is wrong with the app is told with it, and not only the next time.
 *
 * @throws TankardError as `configOf` and `loadApp`.
 */
export async function appConfigOf(
  args: ConfigArguments,
  context: Pick<CommandContext, 'cwd'>,
  defaultStage?: string,
): Promise<ResolvedConfig> {
  try {
    return await configOf(args, context, defaultStage);
  } catch (thrown) {
    const isConfig =
      isTankardError(thrown) && thrown.problems.every(({ code }) => /^(CONFIG|STAGE)_/.test(code));
    if (!isConfig) throw thrown;
    throw new TankardError([...thrown.problems, ...(await appProblems(args, context))]);
  }
}

async function appProblems(
  { project }: ConfigArguments,
  { cwd }: Pick<CommandContext, 'cwd'>,
): Promise<readonly Problem[]> {
  const app = await entryOf(project, cwd);
  if (!app) return [];
  return loadApp(app).then(
    () => [],
    (thrown: unknown) => (isTankardError(thrown) ? thrown.problems : []),
  );
}
