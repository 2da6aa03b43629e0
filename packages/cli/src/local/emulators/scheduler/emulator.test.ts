import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  type CreateScheduleInput,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  ListTagsForResourceCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';
import { type Received, receiveAll } from '../../testing/received.ts';

const QUEUE = 'arn:aws:sqs:us-east-1:000000000000:reminders';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:remind';
const MINUTE = 60_000;

let data: string;
let engines: Engines;
let scheduler: SchedulerClient;
let received: Received[];

async function start(): Promise<void> {
  engines = await startEngines({ data });
  received = receiveAll(engines.targets, ['sqs', 'lambda', 'events'], (arn) => !arn.endsWith('gone'));
  engines.scheduler.setAppSchedules([]);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  scheduler = new SchedulerClient({ endpoint: engines.endpoint, region: 'us-east-1', credentials });
}

async function stop(): Promise<void> {
  scheduler.destroy();
  await engines.close();
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'tankard-scheduler-'));
  await start();
});

afterEach(async () => {
  await stop();
  await rm(data, { recursive: true });
});

/** The text of `at(…)` so many milliseconds from now, in UTC. */
const inSome = (milliseconds: number) =>
  `at(${new Date(engines.time.now() + milliseconds).toISOString().slice(0, 19)})`;

const schedule = (more: Partial<CreateScheduleInput> = {}): CreateScheduleInput => ({
  Name: 'one',
  ScheduleExpression: 'rate(5 minutes)',
  FlexibleTimeWindow: { Mode: 'OFF' },
  Target: { Arn: FUNCTION, RoleArn: 'arn:aws:iam::000000000000:role/a' },
  ...more,
});

const create = (more?: Partial<CreateScheduleInput>) =>
  scheduler.send(new CreateScheduleCommand(schedule(more)));
const names = async () =>
  (await scheduler.send(new ListSchedulesCommand({}))).Schedules?.map(({ Name }) => Name);

async function advance(milliseconds: number): Promise<void> {
  await engines.time.advance(milliseconds);
  await engines.scheduler.settle();
}

describe('a schedule for once', () => {
  test('runs at its time, and is gone where it says so', async () => {
    const made = await create({ ScheduleExpression: inSome(10 * MINUTE), ActionAfterCompletion: 'DELETE' });
    const Target = {
      ...schedule().Target,
      Arn: QUEUE,
      Input: '{"to":"ann"}',
      SqsParameters: { MessageGroupId: 'g' },
    };
    await create({
      Name: 'kept',
      ScheduleExpression: inSome(10 * MINUTE),
      Target,
    } as Partial<CreateScheduleInput>);
    await advance(9 * MINUTE);
    expect(received).toEqual([]);
    await advance(2 * MINUTE);
    // Both are due at once, and neither waits for the other.
    const [called, sent] = received.toSorted((a, b) => a.arn.localeCompare(b.arn));
    expect([called?.arn, sent?.arn]).toEqual([FUNCTION, QUEUE]);
    expect(sent).toMatchObject({ body: '{"to":"ann"}', groupId: 'g' });
    expect(JSON.parse(called?.body ?? '')).toMatchObject({
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      resources: [made.ScheduleArn],
      detail: '{}',
    });
    expect(called?.cause).toEqual({ by: 'schedule', what: 'schedule one', after: [] });
    expect(await names()).toEqual(['kept']);
    await advance(60 * MINUTE);
    expect(received).toHaveLength(2);
  });

  test('that fell due while nothing ran here runs at the next start, once', async () => {
    await create({ ScheduleExpression: inSome(1000) });
    await stop();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + MINUTE });
    await start();
    await expect.poll(() => received.length).toBe(1);
    await stop();
    await start();
    await advance(MINUTE);
    vi.useRealTimers();
    expect(received).toEqual([]);
  });

  test('keeps to its time zone', async () => {
    const at = new Date(engines.time.now() + 10 * MINUTE);
    const local = at.toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' }).replace(' ', 'T');
    await create({ ScheduleExpression: `at(${local})`, ScheduleExpressionTimezone: 'Asia/Tokyo' });
    await advance(9 * MINUTE);
    expect(received).toEqual([]);
    await advance(MINUTE);
    expect(received).toHaveLength(1);
  });
});

describe('a schedule that recurs', () => {
  test('by a rate runs at once where it has no start, and then by the rate', async () => {
    await create();
    await advance(5000);
    expect(received).toHaveLength(1);
    await advance(10 * MINUTE);
    expect(received).toHaveLength(3);
  });

  test('runs from its start to its end, and is gone then where it says so', async () => {
    const StartDate = new Date(engines.time.now() + 10 * MINUTE);
    const EndDate = new Date(engines.time.now() + 22 * MINUTE);
    await create({ StartDate, EndDate, ActionAfterCompletion: 'DELETE' });
    await advance(9 * MINUTE);
    expect(received).toEqual([]);
    await advance(60 * MINUTE);
    expect(received).toHaveLength(3);
    expect(await names()).toEqual([]);
  });

  test('is changed, switched off and deleted', async () => {
    await create({ ScheduleExpression: 'cron(* * * * ? *)', Description: 'often' });
    await advance(2 * MINUTE);
    expect(received).toHaveLength(2);
    await scheduler.send(new UpdateScheduleCommand(schedule({ State: 'DISABLED' })));
    await advance(60 * MINUTE);
    expect(received).toHaveLength(2);
    const found = await scheduler.send(new GetScheduleCommand({ Name: 'one' }));
    expect(found).toMatchObject({
      State: 'DISABLED',
      ScheduleExpression: 'rate(5 minutes)',
      GroupName: 'default',
    });
    expect(found.Description).toBeUndefined();
    expect(found.CreationDate).toBeInstanceOf(Date);
    await scheduler.send(new DeleteScheduleCommand({ Name: 'one' }));
    await expect(scheduler.send(new GetScheduleCommand({ Name: 'one' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Schedule one does not exist.',
    });
  });
});

describe('what is sent', () => {
  test('has the context that its input asks for', async () => {
    const Input =
      '{"id":"<aws.scheduler.execution-id>","of":"<aws.scheduler.schedule-arn>","x":"<aws.other>"}';
    const { ScheduleArn } = await create({ Target: { Arn: FUNCTION, RoleArn: 'r', Input } });
    await advance(2000);
    const sent = JSON.parse(received[0]?.body ?? '');
    expect(sent).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/), of: ScheduleArn, x: '<aws.other>' });
  });

  test('to a bus is an event of its own', async () => {
    const Arn = 'arn:aws:events:us-east-1:000000000000:event-bus/default';
    const EventBridgeParameters = { DetailType: 'Due', Source: 'shop' };
    await create({ Target: { Arn, RoleArn: 'r', Input: '{"a":1}', EventBridgeParameters } });
    await advance(2000);
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      'detail-type': 'Due',
      source: 'shop',
      detail: { a: 1 },
    });
  });

  test('and cannot be taken goes to the dead letter queue', async () => {
    const Target = { Arn: `${FUNCTION}gone`, RoleArn: 'r', Input: '{}', DeadLetterConfig: { Arn: QUEUE } };
    await create({ Target });
    await advance(2000);
    expect(received).toMatchObject([{ arn: QUEUE, body: '{}' }]);
  });
});

test('groups hold schedules, and take them along when they go', async () => {
  await scheduler.send(new CreateScheduleGroupCommand({ Name: 'mine' }));
  await expect(scheduler.send(new CreateScheduleGroupCommand({ Name: 'mine' }))).rejects.toMatchObject({
    name: 'ConflictException',
  });
  await create({ GroupName: 'mine' });
  await create();
  const inGroup = await scheduler.send(new ListSchedulesCommand({ GroupName: 'mine' }));
  expect(inGroup.Schedules).toMatchObject([{ Name: 'one', GroupName: 'mine', Target: { Arn: FUNCTION } }]);
  expect(await scheduler.send(new GetScheduleGroupCommand({ Name: 'mine' }))).toMatchObject({
    State: 'ACTIVE',
  });
  await scheduler.send(new DeleteScheduleGroupCommand({ Name: 'mine' }));
  expect(await names()).toEqual(['one']);
  const groups = await scheduler.send(new ListScheduleGroupsCommand({}));
  expect(groups.ScheduleGroups?.map(({ Name }) => Name)).toEqual(['default']);
});

test.each<[string, Partial<CreateScheduleInput>]>([
  ['ValidationException', { ScheduleExpression: 'every day' }],
  [
    'ValidationException',
    { ScheduleExpressionTimezone: 'Mars/Olympus', ScheduleExpression: 'cron(0 2 * * ? *)' },
  ],
  ['ValidationException', { Target: { Arn: 'remind', RoleArn: 'r' } }],
  ['ValidationException', { Target: { Arn: FUNCTION, RoleArn: 'r', Input: 'hello' } }],
  ['ResourceNotFoundException', { GroupName: 'nowhere' }],
  ['NotImplemented', { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:s3:putObject', RoleArn: 'r' } }],
])('%s refuses %j', async (name, more) => {
  await expect(create(more)).rejects.toMatchObject({ name });
  expect(await names()).toEqual([]);
});

test('one name is given once, and what is not here is refused by name', async () => {
  await create();
  await expect(create()).rejects.toMatchObject({ name: 'ConflictException' });
  const tags = new ListTagsForResourceCommand({ ResourceArn: 'arn' });
  await expect(scheduler.send(tags)).rejects.toThrow(
    'EventBridge Scheduler has no operation for GET /tags/arn',
  );
});
