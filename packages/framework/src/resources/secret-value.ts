import { installedSdk } from './installed-sdk.ts';

/** The part of `@aws-sdk/client-secrets-manager` that is used here. */
export interface SecretsSdk {
  readonly SecretsManagerClient: new (
    config: object,
  ) => {
    send(command: object): Promise<{ SecretString?: string; SecretBinary?: Uint8Array }>;
  };
  readonly GetSecretValueCommand: new (input: { SecretId: string }) => object;
}

const SDK = '@aws-sdk/client-secrets-manager';

let bundled: SecretsSdk | undefined;

/** Hands over the SDK that a function's bundle holds; the command writes this call where a function reads secrets. */
export function useSecretsSdk(sdk: SecretsSdk): void {
  bundled = sdk;
}

/** Fetches a secret's text; a binary secret is read as UTF-8. */
export async function readSecret(arn: string): Promise<string> {
  const { SecretsManagerClient, GetSecretValueCommand } =
    bundled ?? installedSdk<SecretsSdk>(SDK, 'secret.value()');
  const command = new GetSecretValueCommand({ SecretId: arn });
  const { SecretString, SecretBinary } = await new SecretsManagerClient({}).send(command);
  return SecretString ?? new TextDecoder().decode(SecretBinary);
}
