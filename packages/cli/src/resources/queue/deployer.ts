import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { QueueModel } from './model.ts';

const queues = (own: OwnArns) => [own.named('sqs', '', 80)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export const queueDeployer: KindDeployer<QueueModel> = {
  find: (own) => [
    { actions: ['sqs:ListQueues'], resources: ANY },
    { actions: ['sqs:ListQueueTags'], resources: queues(own) },
  ],
  bring: (own) => [
    {
      actions: [
        'sqs:CreateQueue',
        'sqs:DeleteQueue',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ListQueueTags',
        'sqs:SetQueueAttributes',
        'sqs:TagQueue',
        'sqs:UntagQueue',
      ],
      resources: queues(own),
    },
  ],
};
