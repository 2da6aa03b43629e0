import { findInstalled } from './installed.ts';

/** A client of the AWS SDK by which the framework itself calls AWS: a function whose code asks for that gets it into its bundle. */
export interface FrameworkSdk {
  readonly package: string;
  /** What is taken of it; a whole client has each of the service's commands. */
  readonly names: readonly string[];
  /** The export of `@tankard/framework/lambda` that takes it. */
  readonly takenBy: string;
}

/** What `secret.value()` needs. */
export const SECRETS_SDK: FrameworkSdk = {
  package: '@aws-sdk/client-secrets-manager',
  names: ['SecretsManagerClient', 'GetSecretValueCommand'],
  takenBy: 'useSecretsSdk',
};

/** What `connection.send()` and its kin need. */
export const CONNECTIONS_SDK: FrameworkSdk = {
  package: '@aws-sdk/client-apigatewaymanagementapi',
  names: [
    'ApiGatewayManagementApiClient',
    'PostToConnectionCommand',
    'DeleteConnectionCommand',
    'GetConnectionCommand',
  ],
  takenBy: 'useConnectionsSdk',
};

/** Whether a project can bundle it. Without, a function uses the one of Lambda's runtime. */
export async function isInstalled(sdk: FrameworkSdk, project: string): Promise<boolean> {
  return (await findInstalled(sdk.package, project)) !== undefined;
}

/** The lines of a function's entry that hand an SDK to the framework. */
export function sdkSource({ package: from, names, takenBy }: FrameworkSdk): string {
  const listed = names.join(', ');
  return `import { ${listed} } from '${from}';
import { ${takenBy} } from '@tankard/framework/lambda';
${takenBy}({ ${listed} });`;
}
