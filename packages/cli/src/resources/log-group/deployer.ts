import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { LogGroupModel } from './model.ts';

/** The name is that of a function; some of the calls want `:*` after it, which the pattern takes in. */
const groups = (own: OwnArns) => [own.named('logs', 'log-group:/aws/lambda/', 64)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const logGroupDeployer: KindDeployer<LogGroupModel> = {
  find: (own) => [
    { actions: ['logs:DescribeLogGroups'], resources: ANY },
    { actions: ['logs:ListTagsForResource'], resources: groups(own) },
  ],
  bring: (own) => [
    { actions: ['logs:DescribeLogGroups'], resources: ANY },
    {
      actions: [
        'logs:CreateLogGroup',
        'logs:DeleteLogGroup',
        'logs:ListTagsForResource',
        'logs:PutRetentionPolicy',
        'logs:TagResource',
        'logs:UntagResource',
      ],
      resources: groups(own),
    },
  ],
};
