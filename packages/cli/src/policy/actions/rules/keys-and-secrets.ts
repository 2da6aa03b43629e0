import { needs, type Rules } from '../rule.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
export const kms: Rules = { ReEncrypt: needs('kms:ReEncryptFrom', 'kms:ReEncryptTo') };

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_batch.html */
export const secretsManager: Rules = {
  BatchGetSecretValue: needs('secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue'),
};
