// A deploy's calls and nothing else: `bare.ts make COUNT FOLDER` makes what the app of so many functions needs of
// the zips in a folder and waits until each function is ready, `bare.ts look COUNT` looks at each thing once. Prints the milliseconds that its calls took.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  PutRetentionPolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateRoleCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateFunctionCommand, GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { settledFunction } from '../../packages/cli/src/aws/settled-function.ts';
import { createThrottle } from '../../packages/cli/src/aws/throttle.ts';
import { inOrder } from '../../packages/cli/src/plan/in-order.ts';
import { functionNames } from './many-functions.ts';

/** The pace and the number at once of a deploy. */
const reads = createThrottle(100);
const changes = createThrottle(15);
const AT_ONCE = { make: 10, look: 16 };

const iam = new IAMClient();
const lambda = new LambdaClient();
const logs = new CloudWatchLogsClient();
const tags = { 'tankard:app': 'many', 'tankard:stage': 'dev' };
const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const trust = (Service: string) => ({ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' });
const may = [
  {
    Effect: 'Allow',
    Action: ['dynamodb:PutItem', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: '*',
  },
];
const document = (Statement: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

async function make(name: string, zips: string): Promise<void> {
  const logGroupName = `/aws/lambda/${name}`;
  const RoleName = `${name}-us-east-1`;
  const FunctionName = name;
  await logs.send(new CreateLogGroupCommand({ logGroupName, tags }));
  await logs.send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 30 }));
  const AssumeRolePolicyDocument = document([trust('lambda.amazonaws.com')]);
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Tags }));
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'inline', PolicyDocument: document(may) }));
  await changes.turn();
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Role: Role?.Arn,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Architectures: ['arm64'],
      MemorySize: 256,
      Timeout: 30,
      LoggingConfig: { LogFormat: 'JSON', LogGroup: logGroupName },
      Code: { ZipFile: readFileSync(join(zips, `${name.replace('many-dev-', '')}.zip`)) },
      Tags: tags,
    }),
  );
  await settledFunction(lambda, FunctionName, {});
}

async function look(name: string): Promise<void> {
  const RoleName = `${name}-us-east-1`;
  await iam.send(new GetRoleCommand({ RoleName }));
  await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'inline' }));
  await reads.turn();
  await lambda.send(new GetFunctionCommand({ FunctionName: name }));
}

const [what, count, zips = ''] = process.argv.slice(2);
const began = performance.now();
if (what === 'look')
  await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda/many-dev-' }));
const items = functionNames(Number(count)).map((id) => ({ id, after: [] }));
const failures = await inOrder(items, what === 'look' ? AT_ONCE.look : AT_ONCE.make, ({ id }) =>
  what === 'look' ? look(id) : make(id, zips),
);
if (failures.length > 0) throw failures[0];
console.log(performance.now() - began);
