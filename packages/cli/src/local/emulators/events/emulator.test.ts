import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListArchivesCommand,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  type PutEventsRequestEntry,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
  type Target,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';
import { type Received, receiveAll } from '../../testing/received.ts';

const ARN = 'arn:aws:events:us-east-1:000000000000';
const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:orders';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:ship';

let data: string;
let engines: Engines;
let events: EventBridgeClient;
let received: Received[];
let lost: string[];

async function start(): Promise<void> {
  lost = [];
  engines = await startEngines({ data, onUndelivered: (what, why) => lost.push(`${what}: ${why}`) });
  received = receiveAll(engines.targets, ['sqs', 'sns', 'lambda'], (arn) => !arn.endsWith('gone'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  events = new EventBridgeClient({
    endpoint: engines.endpoint,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
  });
}

async function stop(): Promise<void> {
  events.destroy();
  await engines.close();
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'tankard-events-'));
  await start();
});

afterEach(async () => {
  await stop();
  await rm(data, { recursive: true });
});

const shipped = (more: Partial<PutEventsRequestEntry> = {}): PutEventsRequestEntry => ({
  Source: 'shop',
  DetailType: 'Shipped',
  Detail: '{"weight":12}',
  ...more,
});

const put = (...Entries: PutEventsRequestEntry[]) => events.send(new PutEventsCommand({ Entries }));

async function rule(Name: string, pattern: object, targets: Target[], EventBusName?: string): Promise<void> {
  await events.send(new PutRuleCommand({ Name, EventPattern: JSON.stringify(pattern), EventBusName }));
  await events.send(new PutTargetsCommand({ Rule: Name, Targets: targets, EventBusName }));
}

describe('events', () => {
  test('reach the targets of the rules that they fit', async () => {
    await rule('heavy', { detail: { weight: [{ numeric: ['>', 10] }] } }, [{ Id: '1', Arn: FUNCTION }]);
    await rule('light', { detail: { weight: [{ numeric: ['<=', 10] }] } }, [{ Id: '1', Arn: QUEUE }]);
    const Time = new Date('2026-11-21T10:00:00Z');
    const { FailedEntryCount, Entries } = await put(
      shipped({ Time, Resources: ['arn:a'] }),
      shipped({ Detail: '{"weight":1}' }),
    );
    expect([FailedEntryCount, Entries?.length]).toEqual([0, 2]);
    expect(received.map(({ arn, cause }) => [arn, cause])).toEqual([
      [FUNCTION, { by: 'event', what: 'event Shipped', after: [] }],
      [QUEUE, { by: 'event', what: 'event Shipped', after: [] }],
    ]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      version: '0',
      id: Entries?.[0]?.EventId,
      'detail-type': 'Shipped',
      source: 'shop',
      account: '000000000000',
      time: '2026-11-21T10:00:00Z',
      region: 'us-east-1',
      resources: ['arn:a'],
      detail: { weight: 12 },
    });
  });

  test('that are wrong fail, each by itself', async () => {
    await rule('all', { source: [{ prefix: '' }] }, [{ Id: '1', Arn: QUEUE }]);
    const { FailedEntryCount, Entries } = await put(
      shipped({ Source: '' }),
      shipped({ DetailType: undefined }),
      shipped({ Detail: '{' }),
      shipped({ Detail: '[]' }),
      shipped({ Source: 'aws.s3' }),
      shipped({ EventBusName: 'nowhere' }),
      shipped(),
    );
    expect(FailedEntryCount).toBe(5);
    expect(Entries?.map(({ ErrorCode, EventId }) => ErrorCode ?? typeof EventId)).toEqual([
      'InvalidArgument',
      'InvalidArgument',
      'MalformedDetail',
      'MalformedDetail',
      'NotAuthorizedForSourceException',
      'string',
      'string',
    ]);
    expect(received).toHaveLength(1);
  });

  test('are refused together where they are too many or too large', async () => {
    const error = { name: 'ValidationException' };
    await expect(put(...Array.from({ length: 11 }, () => shipped()))).rejects.toMatchObject(error);
    await expect(put()).rejects.toMatchObject(error);
    const half = { Detail: JSON.stringify({ text: 'x'.repeat(600 * 1024) }) };
    await expect(put(shipped(half), shipped(half))).rejects.toMatchObject(error);
    expect(await put(shipped(half))).toMatchObject({ FailedEntryCount: 0 });
  });

  test('are told to a dead letter queue where the target is gone, and to the user where there is none', async () => {
    const gone = `${FUNCTION}gone`;
    await rule('gone', { source: ['shop'] }, [
      { Id: '1', Arn: gone, DeadLetterConfig: { Arn: QUEUE } },
      { Id: '2', Arn: gone },
    ]);
    await put(shipped());
    expect(received).toMatchObject([
      {
        arn: QUEUE,
        attributes: {
          RULE_ARN: { DataType: 'String', StringValue: `${ARN}:rule/gone` },
          TARGET_ARN: { StringValue: gone },
          ERROR_CODE: { StringValue: 'NO_RESOURCE' },
        },
      },
    ]);
    expect(lost).toEqual([`event Shipped by the rule gone: There is no ${gone}.`]);
  });
});

describe('rules', () => {
  test('are listed, described, switched off and on, and deleted without targets only', async () => {
    await rule('one', { source: ['shop'] }, [{ Id: '1', Arn: FUNCTION }]);
    await rule('two', { source: ['shop'] }, [{ Id: '1', Arn: QUEUE }]);
    const listed = await events.send(new ListRulesCommand({ NamePrefix: 'o' }));
    expect(listed.Rules).toMatchObject([{ Name: 'one', Arn: `${ARN}:rule/one`, State: 'ENABLED' }]);
    const byTarget = await events.send(new ListRuleNamesByTargetCommand({ TargetArn: QUEUE }));
    expect(byTarget.RuleNames).toEqual(['two']);

    await events.send(new DisableRuleCommand({ Name: 'one' }));
    await put(shipped());
    expect(received.map(({ arn }) => arn)).toEqual([QUEUE]);
    await events.send(new EnableRuleCommand({ Name: 'one' }));
    expect(await events.send(new DescribeRuleCommand({ Name: 'one' }))).toMatchObject({
      EventPattern: '{"source":["shop"]}',
      EventBusName: 'default',
      State: 'ENABLED',
    });

    const remove = new DeleteRuleCommand({ Name: 'one' });
    await expect(events.send(remove)).rejects.toThrow("Rule can't be deleted since it has targets.");
    await events.send(new RemoveTargetsCommand({ Rule: 'one', Ids: ['1'] }));
    await events.send(remove);
    await expect(events.send(new DescribeRuleCommand({ Name: 'one' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Rule one does not exist on EventBus default.',
    });
  });

  test('are there after a restart, with their targets', async () => {
    await rule('kept', { source: ['shop'] }, [
      { Id: '1', Arn: QUEUE, SqsParameters: { MessageGroupId: 'g' } },
    ]);
    await stop();
    await start();
    expect((await events.send(new ListTargetsByRuleCommand({ Rule: 'kept' }))).Targets).toHaveLength(1);
    await put(shipped());
    expect(received).toMatchObject([{ arn: QUEUE, groupId: 'g' }]);
  });

  test('run by their own schedule, as the clock goes', async () => {
    await events.send(new PutRuleCommand({ Name: 'often', ScheduleExpression: 'rate(5 minutes)' }));
    const Targets = [{ Id: '1', Arn: FUNCTION }];
    await events.send(new PutTargetsCommand({ Rule: 'often', Targets }));
    await engines.time.advance(11 * 60_000);
    await engines.eventBridge.settle();
    expect(received.map(({ cause }) => cause.by)).toEqual(['schedule', 'schedule']);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      resources: [`${ARN}:rule/often`],
      detail: {},
    });
    await events.send(new DisableRuleCommand({ Name: 'often' }));
    await engines.time.advance(60 * 60_000);
    expect(received).toHaveLength(2);
  });

  test.each([
    [{ Name: 'a' }, 'ValidationException'],
    [{ Name: 'a', EventPattern: '{' }, 'InvalidEventPatternException'],
    [{ Name: 'a', EventPattern: '{"source":"shop"}' }, 'InvalidEventPatternException'],
    [{ Name: 'a', ScheduleExpression: 'rate(0 minutes)' }, 'ValidationException'],
    [{ Name: 'a', ScheduleExpression: 'at(2026-11-21T10:00:00)' }, 'ValidationException'],
    [{ Name: 'a', EventPattern: '{"a":["b"]}', EventBusName: 'gone' }, 'ResourceNotFoundException'],
  ])('that are wrong are refused: %j', async (input, name) => {
    await expect(events.send(new PutRuleCommand(input))).rejects.toMatchObject({ name });
  });

  test.each<[Partial<Target>, string]>([
    [{ Arn: 'ship' }, 'ValidationException'],
    [{ Arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:a' }, 'NotImplemented'],
    [{ Input: '{}', InputPath: '$' }, 'ValidationException'],
    [{ Input: 'hello' }, 'ValidationException'],
  ])('take no target that is wrong: %j', async (target, name) => {
    await events.send(new PutRuleCommand({ Name: 'a', EventPattern: '{"source":["shop"]}' }));
    const Targets = [{ Id: '1', Arn: FUNCTION, ...target }];
    await expect(events.send(new PutTargetsCommand({ Rule: 'a', Targets }))).rejects.toMatchObject({ name });
  });

  test('take five targets and no more', async () => {
    await events.send(new PutRuleCommand({ Name: 'a', EventPattern: '{"source":["shop"]}' }));
    const Targets = ['1', '2', '3', '4', '5', '6'].map((Id) => ({ Id, Arn: QUEUE }));
    await events.send(new PutTargetsCommand({ Rule: 'a', Targets: Targets.slice(0, 5) }));
    const sixth = new PutTargetsCommand({ Rule: 'a', Targets: Targets.slice(5) });
    await expect(events.send(sixth)).rejects.toMatchObject({ name: 'LimitExceededException' });
  });
});

describe('buses', () => {
  test('keep their events apart, hand them on once, and go when they have no rules', async () => {
    const Name = 'orders';
    const { EventBusArn } = await events.send(new CreateEventBusCommand({ Name }));
    expect(EventBusArn).toBe(`${ARN}:event-bus/orders`);
    await expect(events.send(new CreateEventBusCommand({ Name }))).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
    });
    const all = { source: ['shop'] };
    await rule('on', all, [{ Id: '1', Arn: `${ARN}:event-bus/default` }], Name);
    await rule('back', all, [
      { Id: '1', Arn: EventBusArn },
      { Id: '2', Arn: QUEUE },
    ]);
    await put(shipped({ EventBusName: EventBusArn }));
    expect(received.map(({ arn }) => arn)).toEqual([QUEUE]);
    expect(JSON.parse(received[0]?.body ?? '').detail).toEqual({ weight: 12 });
    expect(lost).toEqual([expect.stringContaining('from one bus to another once')]);

    const remove = new DeleteEventBusCommand({ Name });
    await expect(events.send(remove)).rejects.toMatchObject({ name: 'ValidationException' });
    const on = { Rule: 'on', EventBusName: Name };
    await events.send(new RemoveTargetsCommand({ ...on, Ids: ['1'] }));
    await events.send(new DeleteRuleCommand({ Name: 'on', EventBusName: Name }));
    await events.send(remove);
    const { EventBuses } = await events.send(new ListEventBusesCommand({}));
    expect(EventBuses?.map((bus) => bus.Name)).toEqual(['default']);
  });
});

test('a pattern is tried without a rule', async () => {
  const event = {
    id: '1',
    account: '1',
    source: 'shop',
    time: '',
    region: '',
    resources: [],
    'detail-type': 'a',
  };
  const tried = (EventPattern: string, Event = JSON.stringify(event)) =>
    events.send(new TestEventPatternCommand({ EventPattern, Event }));
  expect((await tried('{"source":["shop"]}')).Result).toBe(true);
  expect((await tried('{"source":["other"]}')).Result).toBe(false);
  await expect(tried('{"source":[]}')).rejects.toMatchObject({ name: 'InvalidEventPatternException' });
  await expect(tried('{"source":["shop"]}', '{}')).rejects.toThrow('id is missing');
});

test('what is not here is refused by name', async () => {
  await expect(events.send(new ListArchivesCommand({}))).rejects.toThrow(
    "tankard local's EventBridge has no operation ListArchives.",
  );
});
