import type { AwsSettings } from '../aws/settings.ts';
import type { CommandContext } from './command.ts';

/** The options of every command that talks to AWS. */
export const awsOptions = {
  profile: {
    type: 'string',
    requiresArg: true,
    describe: "A profile of AWS's configuration files",
  },
  region: { type: 'string', requiresArg: true, describe: 'The AWS region' },
} as const;

/** What {@link awsOptions} give. */
export interface AwsArguments {
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
}

/** Whom and where a command line means. */
export function awsSettings(
  { profile, region }: AwsArguments,
  { env }: Pick<CommandContext, 'env'>,
): AwsSettings {
  return { profile, region, env };
}
