import { isLike } from '../../resources/role/like.ts';
import type { Statement } from '../../resources/role/statement.ts';
import type { ResourceArns } from '../context.ts';

/** IAM gives these no resource. */
const LOOKING = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'];
const CHANGING = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * What Lambda needs of the role to connect the function to a VPC. Of that the function's own code gets
 * nothing that it does not ask for by itself.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 *
 * @param asked what the code, and its `permissions`, ask for.
 */
export function vpcStatements(
  functionName: string,
  { functionArn, networkArns }: ResourceArns,
  asked: readonly Statement[],
): readonly Statement[] {
  const because = [{ text: 'vpc: Lambda connects the function' }];
  const wanted = asked.flatMap(({ actions }) => actions);
  const refused = [...CHANGING, ...LOOKING].filter(
    (action) => !wanted.some((one) => isLike(one.toLowerCase(), action.toLowerCase())),
  );
  return [
    { actions: CHANGING, resources: networkArns, because },
    { actions: LOOKING, resources: ['*'], because },
    {
      effect: 'Deny' as const,
      actions: refused,
      resources: ['*'],
      conditions: { ArnEquals: { 'lambda:SourceFunctionArn': functionArn(functionName) } },
      because: [{ text: 'vpc: the code itself does not' }],
    },
  ].filter(({ actions }) => actions.length > 0);
}
