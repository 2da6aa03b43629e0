import { beforeAll, expect, test } from 'vitest';
import { unbuiltGraph } from '../prepare/make-app.ts';
import type { CfnResource } from '../resources/template.ts';
import { renderTemplate } from './render-template.ts';
import type { Template } from './template.ts';
import { analysed } from './testing/analysed.ts';

let template: Template;
beforeAll(async () => {
  template = renderTemplate(unbuiltGraph(await analysed('examples/group-mailer')));
});

function resource(id: string): CfnResource {
  const found = template.Resources[id];
  if (!found)
    throw new Error(`The template has ${Object.keys(template.Resources).join(', ')}, and no ${id}.`);
  return found;
}

interface PolicyStatement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

function statementsOf(role: string): readonly PolicyStatement[] {
  const [policy] = resource(role).Properties.Policies as unknown as readonly [
    { PolicyDocument: { Statement: readonly PolicyStatement[] } },
  ];
  return policy.PolicyDocument.Statement;
}

const tableArn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const bucket = 'group-mailer-dev-scheduledm-fa7f5f-${AWS::AccountId}-${AWS::Region}';

test('the mailer asks for whom mails are from, and tells its URL', () => {
  expect(template.Parameters?.SourceEmail).toMatchObject({ Type: 'String' });
  expect(template.Outputs?.Url?.Value).toEqual({ 'Fn::GetAtt': ['ApiHttpApi', 'ApiEndpoint'] });
});

test('its tables and its bucket outlive the stack', () => {
  const kept = Object.entries(template.Resources).filter(
    ([, { DeletionPolicy }]) => DeletionPolicy === 'Retain',
  );
  expect(kept.map(([id]) => id)).toEqual([
    'ScheduledMessagesBucket',
    'ScheduledMessagesTable',
    'SubscribersTable',
  ]);
  expect(resource('SubscribersTable').Properties).toMatchObject({
    TableName: 'group-mailer-dev-Subscribers',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'group_name', KeyType: 'HASH' },
      { AttributeName: 'subscriber', KeyType: 'RANGE' },
    ],
  });
  expect(resource('ScheduledMessagesBucket').Properties.BucketName).toEqual({ 'Fn::Sub': bucket });
});

test('it has its three routes and its schedule', () => {
  const keys = Object.values(template.Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::ApiGatewayV2::Route' ? [Properties.RouteKey] : [],
  );
  expect(keys.sort()).toEqual([
    'GET /{group}/subscribers',
    'POST /{group}/schedule',
    'POST /{group}/subscribers',
  ]);
  expect(resource('SendScheduledMessagesSchedule').Properties).toMatchObject({
    Name: 'group-mailer-dev-sendScheduledMessages',
    ScheduleExpression: 'rate(1 hour)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: { 'Fn::GetAtt': ['SendScheduledMessagesFunction', 'Arn'] } },
  });
});

test('the function that schedules may put one kind of item and objects with tags, write its logs, and nothing else', () => {
  expect(statementsOf('ScheduleMessageRole')).toEqual([
    { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: tableArn('ScheduledMessagesTable') },
    {
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:PutObjectTagging'],
      Resource: { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${bucket}/*` },
    },
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: {
        'Fn::Sub':
          'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/group-mailer-dev-scheduleMessage:*',
      },
    },
  ]);
});

test('the function that sends may send mail from the one address only', () => {
  const mail = statementsOf('SendScheduledMessagesRole').filter(({ Action }) =>
    String(Action).includes('ses:'),
  );
  expect(mail).toEqual([
    {
      Effect: 'Allow',
      Action: 'ses:SendEmail',
      Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/*' },
      Condition: { StringEquals: { 'ses:FromAddress': { Ref: 'SourceEmail' } } },
    },
  ]);
});

test('each function has only the variables that its code reads', () => {
  const variables = (id: string) => {
    const { Environment } = resource(id).Properties as { Environment?: { Variables: object } };
    return Object.keys(Environment?.Variables ?? {}).filter((name) => name.startsWith('TANKARD_'));
  };
  expect(variables('ListSubscribersFunction')).toEqual(['TANKARD_TABLE_SUBSCRIBERS']);
  expect(variables('ScheduleMessageFunction').sort()).toEqual([
    'TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET',
    'TANKARD_TABLE_SCHEDULED_MESSAGES',
  ]);
});
