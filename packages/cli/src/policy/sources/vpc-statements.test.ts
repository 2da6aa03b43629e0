import { expect, test } from 'vitest';
import { contextOf, shown } from '../testing/given.ts';
import { vpcStatements } from './vpc-statements.ts';

const { arns } = contextOf();
const needed = (...asked: readonly string[]) =>
  vpcStatements('worker', arns, [{ actions: asked, resources: ['*'], because: [] }]).map(
    ({ effect = 'Allow', actions, resources }) =>
      `${effect} ${actions.join(' ').replaceAll('ec2:', '')} on ${resources.map(shown).join(' ')}`,
  );

const changing =
  'AssignPrivateIpAddresses CreateNetworkInterface DeleteNetworkInterface UnassignPrivateIpAddresses';
const looking = 'DescribeNetworkInterfaces DescribeSubnets';

test('Lambda may make and remove network interfaces with the role, and the code may not', () => {
  expect(needed('s3:GetObject')).toEqual([
    `Allow ${changing} on the network`,
    `Allow ${looking} on *`,
    `Deny ${changing} ${looking} on *`,
  ]);
  const [, , never] = vpcStatements('worker', arns, []);
  expect(never?.conditions).toEqual({
    ArnEquals: { 'lambda:SourceFunctionArn': arns.functionArn('worker') },
  });
});

test('what the code asks for by itself is not taken from it', () => {
  expect(needed('ec2:DescribeSubnets')[2]).toBe(`Deny ${changing} DescribeNetworkInterfaces on *`);
  expect(needed('ec2:Describe*')[2]).toBe(`Deny ${changing} on *`);
  expect(needed('ec2:*')).toHaveLength(2);
});
