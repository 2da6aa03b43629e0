import { openTarget } from '../../aws/target.ts';
import { loadApp } from '../../build/load/load-app.ts';
import { openStore } from '../../state/open-store.ts';
import { appConfigOf } from '../app-config-of.ts';
import { type AwsArguments, awsSettings } from '../aws-options.ts';
import type { CommandContext } from '../command.ts';
import type { ConfigArguments } from '../config-of.ts';
import { storeName } from '../deploy/stage-request.ts';

/** A stage as a command meets it that needs of the app no more than its name. */
export async function openStage(args: ConfigArguments & AwsArguments, context: CommandContext) {
  const config = await appConfigOf(args, context);
  const { manifest } = await loadApp(config);
  const { app } = manifest;
  const { stage, tags } = config;
  const target = await openTarget(awsSettings(args, context));
  const store = await openStore(config, storeName({ app, stage }, target), target.clients);
  return { app, stage, tags, target, store };
}
