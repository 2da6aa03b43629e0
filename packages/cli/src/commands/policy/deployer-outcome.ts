import type { AnalysedApp } from '../../prepare/analyse-app.ts';
import { unbuiltGraph } from '../../prepare/make-app.ts';
import type { Outcome } from '../../report/outcome.ts';
import { awsOptions } from '../aws-options.ts';
import type { CommandContext } from '../command.ts';
import { type DeployerChoice, type DeployerPlace, deployerPolicy } from './deployer-policy.ts';

/** What a command line says of who deploys, and where to. */
export const deployerOptions = {
  deployer: { type: 'boolean', describe: 'The IAM policy that whoever deploys the app needs' },
  account: { type: 'string', requiresArg: true, describe: 'Its account (default: any)' },
  region: { ...awsOptions.region, describe: "Its region (default: AWS_REGION's, or any)" },
  'read-only': { type: 'boolean', describe: 'Only what a plan needs' },
  'with-data': { type: 'boolean', describe: 'Lets it delete tables, buckets, streams and secrets too' },
} as const;

/** Prints what whoever deploys needs, as IAM takes it. */
export function deployerOutcome(
  app: AnalysedApp,
  { account, region, withData, readOnly }: DeployerPlace & DeployerChoice,
  { env }: Pick<CommandContext, 'env'>,
): Outcome {
  const place = { account, region: region ?? env.AWS_REGION };
  const policy = deployerPolicy(unbuiltGraph(app), app.config, place, { withData, readOnly });
  return { data: { policy }, text: () => JSON.stringify(policy, null, 2), problems: app.problems };
}
