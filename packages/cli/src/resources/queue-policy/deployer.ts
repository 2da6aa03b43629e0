import type { KindDeployer } from '../deployer.ts';
import type { QueuePolicyModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export const queuePolicyDeployer: KindDeployer<QueuePolicyModel> = {
  find: (own) => [{ actions: ['sqs:GetQueueAttributes'], resources: [own.named('sqs', '', 80)] }],
  bring: (own) => [
    {
      actions: ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SetQueueAttributes'],
      resources: [own.named('sqs', '', 80)],
    },
  ],
};
