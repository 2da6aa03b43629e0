import { needs, type Rules } from '../rule.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/kms-api-permissions-reference.html */
export const kms: Rules = { ReEncrypt: needs('kms:ReEncryptFrom', 'kms:ReEncryptTo') };

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_batch.html */
export const secretsManager: Rules = {
  BatchGetSecretValue: needs('secretsmanager:BatchGetSecretValue', 'secretsmanager:GetSecretValue'),
};

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html */
export const ssm: Rules = {
  PutParameter: { needs: ['ssm:PutParameter'], with: { KeyId: ['kms:Encrypt', 'kms:GenerateDataKey'] } },
};
