import { findInstalled } from './installed.ts';

/** What `secret.value()` needs: a function that reads secrets gets it into its bundle, where the project has it. */
export const SECRETS_SDK = '@aws-sdk/client-secrets-manager';

/** What is taken of it; a whole client has each of the service's commands. */
export const SECRETS_SDK_NAMES = ['SecretsManagerClient', 'GetSecretValueCommand'] as const;

/** Whether a project can bundle the SDK of secrets. Without, a function uses the one of Lambda's runtime. */
export async function hasSecretsSdk(project: string): Promise<boolean> {
  return (await findInstalled(SECRETS_SDK, project)) !== undefined;
}

/** The lines of a function's entry that hand the SDK to the framework. */
export function secretsSdkSource(): string {
  const names = SECRETS_SDK_NAMES.join(', ');
  return `import { ${names} } from '${SECRETS_SDK}';
import { useSecretsSdk } from '@tankard/framework/lambda';
useSecretsSdk({ ${names} });`;
}
