import {
  DeleteSecretCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Engine } from './engine.ts';

/**
 * Deletes for good what was deleted: for 30 days it could be restored, with the tags that it had; the
 * next app is to find none.
 */
export async function forgetSecrets({ client }: Engine): Promise<void> {
  const secrets = new SecretsManagerClient(client);
  const { SecretList = [] } = await secrets.send(new ListSecretsCommand({ IncludePlannedDeletion: true }));
  for (const { ARN: SecretId, DeletedDate } of SecretList) {
    if (!DeletedDate) continue;
    await secrets.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
  }
}
