/** The part of `@aws-sdk/client-secrets-manager` that is used here. */
interface SecretsManagerSdk {
  readonly SecretsManager: new (
    config: object,
  ) => {
    getSecretValue(input: {
      SecretId: string;
    }): Promise<{ SecretString?: string; SecretBinary?: Uint8Array }>;
  };
}

const SDK = '@aws-sdk/client-secrets-manager';

/** Fetches a secret's text; a binary secret is read as UTF-8. */
export async function readSecret(arn: string): Promise<string> {
  const { SecretsManager } = sdk();
  const { SecretString, SecretBinary } = await new SecretsManager({}).getSecretValue({ SecretId: arn });
  return SecretString ?? new TextDecoder().decode(SecretBinary);
}

/**
 * The SDK is looked up when it is needed and by a name that bundlers don't follow: an `import` here would put
 * the client into every function of every app. Lambda's runtime brings one; `require` finds it there, `import` does not.
 */
function sdk(): SecretsManagerSdk {
  const require = process.getBuiltinModule('node:module').createRequire(`${process.cwd()}/index.js`);
  try {
    return require(SDK) as SecretsManagerSdk;
  } catch (cause) {
    throw new Error(
      `secret.value() needs ${SDK}, which is not installed here. Add it to your dependencies.`,
      { cause },
    );
  }
}
