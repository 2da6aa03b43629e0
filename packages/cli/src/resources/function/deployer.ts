import { ANY, type DeployerGrant, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import { join } from '../value.ts';
import type { FunctionModel } from './model.ts';

const functions = (own: OwnArns) => [own.named('lambda', 'function:', 64)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const functionDeployer: KindDeployer<FunctionModel> = {
  find: (own) => [
    { actions: ['lambda:ListFunctions'], resources: ANY },
    { actions: ['lambda:GetFunction', 'lambda:ListTags'], resources: functions(own) },
  ],
  bring: (own, { vpc }) => [
    {
      actions: [
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:DeleteFunctionConcurrency',
        'lambda:GetFunction',
        'lambda:ListTags',
        'lambda:PutFunctionConcurrency',
        'lambda:TagResource',
        'lambda:UntagResource',
        'lambda:UpdateFunctionCode',
        'lambda:UpdateFunctionConfiguration',
      ],
      resources: functions(own),
    },
    {
      actions: ['iam:PassRole'],
      resources: [own.role],
      conditions: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    },
    ...codeBucketGrants(own),
    ...(vpc ? [{ actions: LOOK_AT_NETWORK, resources: ANY }] : []),
  ],
};

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html */
const LOOK_AT_NETWORK = ['ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'];

/** For zips that are too large for a call. */
export function codeBucketGrants({ codeBucket }: OwnArns): readonly DeployerGrant[] {
  return [
    { actions: ['s3:CreateBucket', 's3:PutBucketPublicAccessBlock'], resources: [codeBucket] },
    {
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: [join(codeBucket, '/*')],
    },
  ];
}
