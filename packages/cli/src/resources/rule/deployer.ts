import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { RuleModel } from './model.ts';

const rules = (own: OwnArns) => [own.named('events', 'rule/', 64), own.named('events', 'rule/*/', 64)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const ruleDeployer: KindDeployer<RuleModel> = {
  find: (own) => [
    { actions: ['events:ListEventBuses', 'events:ListRules'], resources: ANY },
    { actions: ['events:ListTagsForResource'], resources: rules(own) },
  ],
  bring: (own) => [
    {
      actions: [
        'events:DeleteRule',
        'events:DescribeRule',
        'events:ListTagsForResource',
        'events:ListTargetsByRule',
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
        'events:TagResource',
        'events:UntagResource',
      ],
      resources: rules(own),
    },
  ],
};
