import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { TopicModel } from './model.ts';

const topics = (own: OwnArns) => [own.named('sns', '', 256)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const topicDeployer: KindDeployer<TopicModel> = {
  find: (own) => [
    { actions: ['sns:ListTopics'], resources: ANY },
    { actions: ['sns:ListTagsForResource'], resources: topics(own) },
  ],
  bring: (own) => [
    {
      actions: [
        'sns:CreateTopic',
        'sns:DeleteTopic',
        'sns:GetTopicAttributes',
        'sns:ListTagsForResource',
        'sns:TagResource',
        'sns:UntagResource',
      ],
      resources: topics(own),
    },
  ],
};
