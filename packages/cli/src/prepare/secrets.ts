import type { Problem } from '@tankard/framework/manifest';
import { hasSecretsSdk, SECRETS_SDK } from '../build/bundle/secrets-sdk.ts';
import { problem } from '../errors/problem.ts';
import type { FunctionUsage, ResourceUse } from '../policy/usage.ts';

/** Names of the functions whose code asks for the value of a secret. */
export function readersOfSecrets(usages: readonly FunctionUsage[]): ReadonlySet<string> {
  return new Set(usages.filter(({ resources }) => resources.some(isRead)).map((usage) => usage.function));
}

/** Lambda's runtime brings the SDK, so this is no error; wherever else the function runs, nobody does. */
export async function checkSecrets(
  project: string,
  usages: readonly FunctionUsage[],
): Promise<readonly Problem[]> {
  const use = usages.flatMap(({ resources }) => resources).find(isRead);
  if (!use || (await hasSecretsSdk(project))) return [];
  return [
    problem('SECRETS_CLIENT_MISSING', {
      severity: 'warning',
      message: `The app reads secrets, and ${SECRETS_SDK} is not installed: the functions take the version that Lambda's runtime has, and can't read secrets anywhere else.`,
      place: use.places[0],
      remedy: `Run: npm install ${SECRETS_SDK}`,
    }),
  ];
}

const isRead = ({ resource, attributes }: ResourceUse): boolean =>
  resource.kind === 'secret' && attributes.includes('value');
