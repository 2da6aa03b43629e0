import { EventBridgeClient, ListRulesCommand, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';

const app = new App('shop');
const seen: unknown[] = [];
const handlers = {
  heavy: app.onEvent({ detail: { weight: [{ numeric: ['>', 10] }] } }, (event) => {
    seen.push(event.detail);
  }),
  ordered: app.onEvent({ 'detail-type': ['Ordered'] }, { bus: 'orders' }, (event) => {
    seen.push(event.detailType);
  }),
  hourly: app.schedule('rate(1 hour)', () => {}),
  remind: app.lambda((event: { to: string }) => {
    seen.push(event.to);
  }),
  nightly: app.schedule('cron(0 2 * * ? *)', { via: 'rule' }, (event) => {
    seen.push(event.source);
  }),
};

let local: LocalTestApp;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
});
afterAll(() => local.close());

test('events that fit the pattern of a handler reach it', async () => {
  const events = new EventBridgeClient({});
  const put = (DetailType: string, detail: object, EventBusName?: string) => {
    const entry = { Source: 'shop', DetailType, Detail: JSON.stringify(detail), EventBusName };
    return events.send(new PutEventsCommand({ Entries: [entry] }));
  };
  await put('Shipped', { weight: 12 });
  await put('Shipped', { weight: 1 });
  await put('Ordered', {});
  await put('Ordered', {}, 'orders');
  await local.drain();
  expect(seen).toEqual([{ weight: 12 }, 'Ordered']);
  const rules = await events.send(new ListRulesCommand({}));
  expect(rules.Rules?.map(({ Name }) => Name)).toEqual(['shop-local-heavy', 'shop-local-nightly']);
  expect(local.invocations().map(({ cause }) => cause.what)).toEqual(['event Shipped', 'event Ordered']);
});

test('a rule with a schedule runs once a time, not twice', async () => {
  seen.length = 0;
  await local.clock.tick(86_400_000);
  expect(seen).toEqual(['aws.events']);
});

test('what the app schedules while it runs is run, and what it declares is shown beside it', async () => {
  seen.length = 0;
  const scheduler = new SchedulerClient({});
  const at = new Date(local.clock.now().getTime() + 600_000).toISOString().slice(0, 19);
  const Arn = 'arn:aws:lambda:us-east-1:000000000000:function:shop-local-remind';
  const FlexibleTimeWindow = { Mode: 'OFF' } as const;
  const Target = { Arn, RoleArn: 'arn:aws:iam::000000000000:role/a', Input: '{"to":"ann"}' };
  const once = { Name: 'once', ScheduleExpression: `at(${at})`, FlexibleTimeWindow, Target };
  await scheduler.send(new CreateScheduleCommand(once));
  const { Schedules } = await scheduler.send(new ListSchedulesCommand({}));
  expect(Schedules?.map(({ GroupName, Name }) => `${GroupName}/${Name}`)).toEqual([
    'default/once',
    'shop-local/shop-local-hourly',
  ]);
  const declared = { GroupName: 'shop-local', Name: 'shop-local-hourly' };
  expect(await scheduler.send(new GetScheduleCommand(declared))).toMatchObject({
    ScheduleExpression: 'rate(1 hour)',
    State: 'ENABLED',
  });
  await local.clock.tick(900_000);
  expect(seen).toEqual(['ann']);
});
