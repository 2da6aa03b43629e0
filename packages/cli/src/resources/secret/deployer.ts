import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { SecretModel } from './model.ts';

const secrets = (own: OwnArns) => [own.named('secretsmanager', 'secret:', 512)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
export const secretDeployer: KindDeployer<SecretModel> = {
  find: () => [{ actions: ['secretsmanager:ListSecrets'], resources: ANY }],
  bring: (own) => [
    {
      actions: [
        'secretsmanager:CreateSecret',
        'secretsmanager:DescribeSecret',
        'secretsmanager:RestoreSecret',
        'secretsmanager:TagResource',
        'secretsmanager:UntagResource',
        'secretsmanager:UpdateSecret',
      ],
      resources: secrets(own),
    },
  ],
  removeData: (own) => [{ actions: ['secretsmanager:DeleteSecret'], resources: secrets(own) }],
};
