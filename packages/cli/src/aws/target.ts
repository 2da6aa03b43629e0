import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { awsProblem } from './aws-problem.ts';
import { type Clients, createClients } from './clients.ts';
import { type Partition, partitionOf } from './partition.ts';
import type { AwsSettings } from './settings.ts';

/** The account and region that the credentials lead to. */
export interface Target extends Partition {
  readonly clients: Clients;
  readonly account: string;
  readonly region: string;
  /** ARN of whoever the credentials belong to. */
  readonly caller: string;
}

/**
 * Asks AWS who we are.
 *
 * @throws TankardError REGION_MISSING, AWS_CREDENTIALS, AWS_FAILED.
 */
export async function openTarget(settings: AwsSettings): Promise<Target> {
  const clients = createClients(settings);
  try {
    const sts = await clients.sts();
    const region = await sts.config.region();
    const { Account: account = '', Arn: caller = '' } = await sts.send(new GetCallerIdentityCommand({}));
    return { clients, account, region, caller, ...partitionOf(caller) };
  } catch (error) {
    clients.destroy();
    if (error instanceof Error && /^region (is missing|not accepted)/i.test(error.message))
      throw regionMissing();
    const known = awsProblem(error, { step: 'asking whose credentials these are' });
    throw known ? new TankardError([{ ...known, ...namingProfile(known, settings) }]) : error;
  }
}

/** The SDK only says that it found nothing, though it is mostly the profile's name that is wrong. */
function namingProfile({ code, message }: Problem, { profile, env }: AwsSettings): Pick<Problem, 'message'> {
  const name = profile ?? env.AWS_PROFILE;
  return { message: code === 'AWS_CREDENTIALS' && name ? `${message} (profile '${name}')` : message };
}

function regionMissing(): TankardError {
  return new TankardError([
    problem('REGION_MISSING', {
      message: 'No AWS region is set.',
      remedy: 'Set AWS_REGION, give --region, or write `region` into the AWS profile.',
    }),
  ]);
}
