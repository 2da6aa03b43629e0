import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { TableModel } from './model.ts';

const tables = (own: OwnArns) => [own.named('dynamodb', 'table/', 255)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
export const tableDeployer: KindDeployer<TableModel> = {
  find: (own) => [
    { actions: ['dynamodb:ListTables'], resources: ANY },
    { actions: ['dynamodb:DescribeTable', 'dynamodb:ListTagsOfResource'], resources: tables(own) },
  ],
  bring: (own) => [
    {
      actions: [
        'dynamodb:CreateTable',
        'dynamodb:DescribeTable',
        'dynamodb:DescribeTimeToLive',
        'dynamodb:ListTagsOfResource',
        'dynamodb:TagResource',
        'dynamodb:UntagResource',
        'dynamodb:UpdateTable',
        'dynamodb:UpdateTimeToLive',
      ],
      resources: tables(own),
    },
  ],
  removeData: (own) => [{ actions: ['dynamodb:DeleteTable'], resources: tables(own) }],
};
