import { openTarget } from '../../aws/target.ts';
import type { PlanRequest } from '../../plan/deploy.ts';
import { parametersForLooking } from '../../plan/look-at-stage.ts';
import { lookUpExisting } from '../../plan/look-up-existing.ts';
import { analyseApp } from '../../prepare/analyse-app.ts';
import { unbuiltGraph } from '../../prepare/make-app.ts';
import { openStore } from '../../state/open-store.ts';
import { appConfigOf } from '../app-config-of.ts';
import { type AwsArguments, awsSettings } from '../aws-options.ts';
import type { CommandContext } from '../command.ts';
import type { ConfigArguments } from '../config-of.ts';
import { storeName } from '../deploy/stage-request.ts';

/** What it takes to look at a stage: the app is read, and not built. */
export async function lookRequest(
  args: ConfigArguments & AwsArguments,
  context: CommandContext,
): Promise<PlanRequest> {
  const config = await appConfigOf(args, context);
  const graph = unbuiltGraph(await analyseApp(config));
  const target = await openTarget(awsSettings(args, context));
  const existing = await lookUpExisting(graph, target);
  return {
    graph,
    parameters: { ...parametersForLooking(graph.parameters), ...existing.parameters },
    target,
    store: await openStore(config, storeName(graph, target), target.clients),
    choice: { withData: false, replaceData: new Set() },
    // Compared with what AWS has, and equal to nothing there.
    zip: async () => new Uint8Array(),
    signal: context.signal,
  };
}
