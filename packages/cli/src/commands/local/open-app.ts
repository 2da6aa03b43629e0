import type { LoadProcess } from '../../build/load/load-process.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { type LocalFile, readLocalFile } from '../../local/local-file/local-file.ts';
import { type AppSource, openAppSource } from '../../local/session/app-source.ts';
import { refuseSecond } from '../../local/session/refuse-second.ts';
import { appConfigOf } from '../app-config-of.ts';
import type { CommandContext } from '../command.ts';
import { type ConfigArguments, parameterValues } from '../config-of.ts';

/** What a session runs. */
export interface OpenApp {
  readonly config: ResolvedConfig;
  readonly localFile: LocalFile;
  readonly source: AppSource;
}

/**
 * Begins to prepare the app that a command line names.
 *
 * @param process to load the app in, started before.
 * @throws TankardError LOCAL_RUNNING_ALREADY, LOCAL_FILE_INVALID and what is wrong with the configuration.
 */
export async function openApp(
  args: ConfigArguments,
  context: CommandContext,
  process: LoadProcess,
): Promise<OpenApp> {
  const configured = await appConfigOf(args, context, 'local');
  const localFile = await readLocalFile(configured.project);
  const config = {
    ...configured,
    parameters: {
      ...configured.parameters,
      ...localFile.parameters,
      ...parameterValues(args.parameter ?? []),
    },
  };
  await refuseSecond(config.project);
  return { config, localFile, source: openAppSource(config, process) };
}
