import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { sampleApp } from '../testing/sample-app.ts';
import { tempProject } from '../testing/temp-project.ts';

const project = (source = sampleApp) => tempProject({ 'package.json': '{}', 'src/app.ts': source });

test('every statement is shown with the line that asks for it', async () => {
  const { code, stdout } = await runCommand(await project(), 'policy', 'api');
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      'api',
      '  dynamodb:PutItem',
      '    on <arn of table:Names>',
      '    src/app.ts:11  PutItem',
      '  logs:CreateLogStream, logs:PutLogEvents',
      '    on arn:<partition>:logs:<region>:<accountId>:log-group:/aws/lambda/sample-dev-api:*',
      '    logs',
      '',
    ].join('\n'),
  );
});

test('without a name every function is shown', async () => {
  const { stdout } = await runCommand(await project(), 'policy', '--json');
  expect(JSON.parse(stdout).functions).toMatchObject([
    { function: 'api', notSeen: [] },
    {
      function: 'count',
      statements: [
        {
          actions: ['dynamodb:Scan'],
          resources: ['<arn of table:Names>'],
          conditions: [],
          because: [{ place: { file: 'src/app.ts', line: 16 } }],
        },
        { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'] },
      ],
    },
  ]);
});

test('a condition is shown below what it limits', async () => {
  const source = `import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { App } from '@tankard/framework';
export const app = new App('mail');
const sender = app.parameter('Sender');
const mails = new SESClient();
export const send = app.lambda(() =>
  mails.send(new SendEmailCommand({ Source: sender.value, Destination: { ToAddresses: ['a@b.example'] }, Message: undefined })),
);
`;
  const { stdout } = await runCommand(await project(source), 'policy', 'send');
  expect(stdout).toContain('    if StringEquals ses:FromAddress <parameter Sender>\n');
});

test('what a network asks for is explained, and what the code never may', async () => {
  const folder = await tempProject({
    'package.json': '{}',
    'src/app.ts': sampleApp,
    'tankard.config.ts':
      "export default { functions: { api: { vpc: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'] } } } };",
  });
  const { stdout } = await runCommand(folder, 'policy', 'api');
  expect(stdout).toContain(
    [
      '  ec2:DescribeNetworkInterfaces, ec2:DescribeSubnets',
      '    on *',
      '    vpc: Lambda connects the function',
      '  never ec2:AssignPrivateIpAddresses, ec2:CreateNetworkInterface, ec2:DeleteNetworkInterface, ec2:UnassignPrivateIpAddresses, ec2:DescribeNetworkInterfaces, ec2:DescribeSubnets',
      '    on *',
      '    if ArnEquals lambda:SourceFunctionArn arn:<partition>:lambda:<region>:<accountId>:function:sample-dev-api',
      '    vpc: the code itself does not',
      '',
    ].join('\n'),
  );
});

test('what a deploy needs is printed as a policy, whole', async () => {
  const folder = await project();
  const { code, stdout } = await runCommand(folder, 'policy', '--deployer', '--region', 'eu-west-1');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ Version: '2012-10-17' });
  expect(stdout).toContain('arn:aws:dynamodb:eu-west-1:*:table/sample-dev-*');
  const { stdout: data } = await runCommand(folder, 'policy', '--deployer', '--json');
  expect(JSON.parse(data).policy.Statement.length).toBeGreaterThan(20);
});

test('one function has no deployer of its own', async () => {
  expect((await runCommand(await project(), 'policy', 'api', '--deployer')).code).toBe(2);
});

test('what could not be seen is said, with its line and the remedy', async () => {
  const source = `${sampleApp}
export const unseen = app.lambda(async (event: { make: () => ScanCommand }) => database.send(event.make()));
`;
  const { code, stdout } = await runCommand(await project(source), 'policy', 'unseen');
  expect(code).toBe(0);
  expect(stdout).toMatch(/! not seen {2}.+\n {4}src\/app\.ts:\d+\n {4}\S/);
});

test('an unknown function is refused with the nearest one', async () => {
  const { code, stderr } = await runCommand(await project(), 'policy', 'cuont');
  expect(code).toBe(1);
  expect(stderr).toBe("✘ FUNCTION_UNKNOWN  The app has no function 'cuont'.\n  Did you mean 'count'?\n");
});

test('a snapshot is written, holds while the policies do, and tells what changed with its line', async () => {
  const folder = await project();
  const written = await runCommand(folder, 'policy', '--write');
  expect(written).toEqual({ code: 0, stdout: '✔ policies.txt is written.\n', stderr: '' });
  expect(await readFile(join(folder, 'policies.txt'), 'utf8')).toBe(
    [
      'api',
      '  dynamodb:PutItem on <arn of table:Names>',
      '  logs:CreateLogStream on arn:<partition>:logs:<region>:<accountId>:log-group:/aws/lambda/sample-dev-api:*',
      '  logs:PutLogEvents on arn:<partition>:logs:<region>:<accountId>:log-group:/aws/lambda/sample-dev-api:*',
      '',
      'count',
      '  dynamodb:Scan on <arn of table:Names>',
      '  logs:CreateLogStream on arn:<partition>:logs:<region>:<accountId>:log-group:/aws/lambda/sample-dev-count:*',
      '  logs:PutLogEvents on arn:<partition>:logs:<region>:<accountId>:log-group:/aws/lambda/sample-dev-count:*',
      '',
    ].join('\n'),
  );
  const same = await runCommand(folder, 'policy', '--check');
  expect(same).toEqual({ code: 0, stdout: '✔ Every policy is as in policies.txt.\n', stderr: '' });

  await writeFile(join(folder, 'src/app.ts'), sampleApp.replaceAll('ScanCommand', 'DescribeTableCommand'));
  const { code, stdout, stderr } = await runCommand(folder, 'policy', '--check');
  expect(code).toBe(1);
  expect(stdout).toBe(
    [
      'count',
      '  + dynamodb:DescribeTable on <arn of table:Names>',
      '      src/app.ts:16',
      '  - dynamodb:Scan on <arn of table:Names>',
      '',
    ].join('\n'),
  );
  expect(stderr).toContain('✘ POLICY_CHANGED  One function may do something else than policies.txt says.');
  expect((await runCommand(folder, 'policy', 'api', '--check')).code).toBe(0);
  await runCommand(folder, 'policy', 'count', '--write');
  expect((await runCommand(folder, 'policy', '--check')).code).toBe(0);
});

test('without a snapshot there is nothing to compare with', async () => {
  const { code, stderr } = await runCommand(
    await project(),
    'policy',
    '--check',
    '--snapshot',
    'reviewed.txt',
  );
  expect(code).toBe(1);
  expect(stderr).toContain(
    '✘ POLICY_SNAPSHOT_MISSING  There is no reviewed.txt to compare the policies with.',
  );
});

test('a snapshot that cannot be written is refused', async () => {
  const { code, stderr } = await runCommand(
    await project(),
    'policy',
    '--write',
    '--snapshot',
    'no/such/folder.txt',
  );
  expect(code).toBe(1);
  expect(stderr).toContain('✘ OUTPUT_NOT_WRITABLE  ');
});
