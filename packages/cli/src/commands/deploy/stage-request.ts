import { openTarget, type Target } from '../../aws/target.ts';
import { unzippedProblems } from '../../build/zip/limits.ts';
import type { PlanRequest } from '../../plan/deploy.ts';
import { domainProblems } from '../../plan/domain-problems.ts';
import { lookUpExisting } from '../../plan/look-up-existing.ts';
import { lookUpMail } from '../../plan/look-up-mail.ts';
import { mailProblems } from '../../plan/mail-problems.ts';
import { mailSenders } from '../../plan/mail-senders.ts';
import { type PreparedApp, prepareApp } from '../../prepare/prepare-app.ts';
import { refuseErrors } from '../../prepare/refuse-errors.ts';
import { openStore } from '../../state/open-store.ts';
import { appConfigOf } from '../app-config-of.ts';
import { type AwsArguments, awsSettings } from '../aws-options.ts';
import type { CommandContext } from '../command.ts';
import type { ConfigArguments } from '../config-of.ts';
import { unknownReplaced } from './replaced-names.ts';
import { stageParameters } from './stage-parameters.ts';
import { zipsOf } from './zips.ts';

/** What of a command's arguments decides what it compares. */
export interface PlanArguments extends ConfigArguments, AwsArguments {
  readonly replaceData: readonly string[];
  readonly newAccount: boolean;
}

/** A built app, and what a plan of it needs. */
export interface StageRequest {
  /** Its warnings include those about what AWS has. */
  readonly app: PreparedApp;
  readonly request: PlanRequest;
}

/**
 * Builds the app, and asks AWS who is asking, what is there already that calls the app, and whether its mail may be sent.
 *
 * @throws TankardError with everything that is wrong with the app; PARAMETER_MISSING, EXISTING_…, DOMAIN_…,
 *   QUEUE_VISIBILITY, REGION_MISSING, AWS_….
 */
export async function stageRequest(args: PlanArguments, context: CommandContext): Promise<StageRequest> {
  const config = await appConfigOf(args, context);
  const app = await prepareApp(config);
  await app.keep();
  refuseErrors([...unzippedProblems(app.built), ...unknownReplaced(args.replaceData, app.graph)]);
  const target = await openTarget(awsSettings(args, context));
  const existing = await lookUpExisting(app.graph, target);
  const problems = refuseErrors([
    ...app.problems,
    ...existing.problems,
    ...domainProblems(app.graph, target.region),
  ]);
  const parameters = await stageParameters(app.graph, existing.parameters);
  const mail = await lookUpMail(mailSenders(app.graph, parameters), target);
  return {
    app: { ...app, problems: [...problems, ...mailProblems(mail, target.region)] },
    request: {
      graph: app.graph,
      parameters,
      target,
      store: await openStore(config, storeName(app.graph, target), target.clients),
      choice: { withData: false, replaceData: new Set(args.replaceData) },
      zip: zipsOf(app.built),
      map: (name) => app.built.functions.find((one) => one.function === name)?.map,
      signal: context.signal,
      elsewhere: args.newAccount,
    },
  };
}

/** Which journal a stage has. */
export function storeName(
  { app, stage }: { readonly app: string; readonly stage: string },
  { account, region }: Pick<Target, 'account' | 'region'>,
) {
  return { account, region, app, stage };
}
