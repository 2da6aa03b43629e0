import { CreateEventBusCommand, DisableRuleCommand, RemoveTargetsCommand } from '@aws-sdk/client-eventbridge';
import { UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleReconciler } from '../packages/cli/src/resources/rule/reconcile.ts';
import { scheduleReconciler } from '../packages/cli/src/resources/schedule/reconcile.ts';
import { scheduleGroupReconciler } from '../packages/cli/src/resources/schedule-group/reconcile.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, listed, type Reconciling, startReconciling } from './engines/reconciling.ts';

let engine: MiniStack;
let deploy: Reconciling;
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const lambda = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:shop-dev-${name}`;

describe('schedules', () => {
  const group = { physicalName: 'shop-dev' };
  const groupKey = { name: 'shop-dev' };
  const role = 'arn:aws:iam::000000000000:role/shop-dev-scheduler-invoke-us-east-1';
  const schedule = {
    physicalName: 'shop-dev-clean',
    group: 'shop-dev',
    expression: 'rate(1 hour)',
    function: lambda('clean'),
    role,
  };
  const key = { group: 'shop-dev', name: 'shop-dev-clean' };

  it('have a group of their own, with tags', async () => {
    expect((await bring(scheduleGroupReconciler, group, deploy.context)).different).toEqual([]);
    expect((await bring(scheduleGroupReconciler, group, deploy.tagged({ team: 'beer' }))).different).toEqual(
      [],
    );
    const plain = await bring(scheduleGroupReconciler, group, deploy.context);
    expect(plain.different).toEqual([]);
    expect(plain.observed.tags).not.toHaveProperty('team');
    expect(await listed(scheduleGroupReconciler, deploy.context)).toEqual([groupKey]);
  });

  it.each([
    ['with a time zone', { ...schedule, expression: 'cron(0 2 * * ? *)', timezone: 'Europe/Berlin' }],
    ['once', { ...schedule, expression: 'at(2031-05-01T08:00:00)' }],
    ['for another function', { ...schedule, function: lambda('tidy') }],
    ['at a rate', schedule],
  ])('are made and changed: %s', async (_, model) => {
    const { made, observed, different } = await bring(scheduleReconciler, model, deploy.context);
    expect(different).toEqual([]);
    expect(observed.attributes).toEqual(made.attributes);
  });

  it('are left alone where nothing differs', async () => {
    deploy.proxy.forget();
    await bring(scheduleGroupReconciler, group, deploy.context);
    await bring(scheduleReconciler, schedule, deploy.context);
    expect(deploy.proxy.mutations()).toEqual([]);
  });

  it('are switched on again', async () => {
    const scheduler = await deploy.context.clients.scheduler();
    const change = new UpdateScheduleCommand({
      GroupName: key.group,
      Name: key.name,
      State: 'DISABLED',
      ScheduleExpression: schedule.expression,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: schedule.function, RoleArn: role },
    });
    await scheduler.send(change);
    const seen = await scheduleReconciler.observe({ key, model: schedule }, deploy.context);
    expect(seen?.properties.state).toBe('DISABLED');
    expect((await bring(scheduleReconciler, schedule, deploy.context)).observed.properties.state).toBe(
      'ENABLED',
    );
  });

  it('are found in their group', async () => {
    const parents = [
      { kind: 'schedule-group', name: 'shop-dev', key: groupKey, attributes: { name: 'shop-dev' } },
    ] as const;
    expect(await listed(scheduleReconciler, deploy.context, parents)).toEqual([key]);
  });

  it('wait for a role that the Scheduler cannot assume yet', async () => {
    const scheduler = await deploy.context.clients.scheduler();
    let refused = 0;
    scheduler.middlewareStack.add(
      (next, { commandName }) =>
        async (call) => {
          if (commandName !== 'UpdateScheduleCommand' || refused > 0) return next(call);
          refused += 1;
          const message =
            'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.';
          throw Object.assign(new Error(message), { name: 'ValidationException' });
        },
      { step: 'deserialize', name: 'refuseOnce' },
    );
    const model = { ...schedule, role: `${role}-2` };
    const { different } = await bring(scheduleReconciler, model, deploy.context);
    scheduler.middlewareStack.remove('refuseOnce');
    expect([refused, different]).toEqual([1, []]);
  });

  it('do not count as there while AWS is deleting their group', async () => {
    const scheduler = await deploy.context.clients.scheduler();
    let deleting = 2;
    scheduler.middlewareStack.add(
      (next, { commandName }) =>
        async (call) => {
          const answer = await next(call);
          if (commandName !== 'GetScheduleGroupCommand' || deleting === 0) return answer;
          deleting -= 1;
          return { ...answer, output: { ...answer.output, State: 'DELETING' } };
        },
      { step: 'initialize', name: 'deleting' },
    );
    const seen = await scheduleReconciler.observe({ key, model: schedule }, deploy.context);
    const made = await scheduleGroupReconciler.ensure(group, deploy.context);
    scheduler.middlewareStack.remove('deleting');
    // The group is still there when AWS would be done, so that it is not made again.
    expect([seen, made, deleting]).toEqual([undefined, undefined, 0]);
  });

  it('are there already where a call is made again', async () => {
    expect(await scheduleReconciler.ensure(schedule, deploy.context)).toBeUndefined();
    expect(await scheduleGroupReconciler.ensure(group, deploy.context)).toBeUndefined();
  });

  it('go, and with the group all of them, and are gone the second time', async () => {
    for (let time = 1; time <= 2; time += 1) await scheduleReconciler.remove({ key }, deploy.context);
    expect(await scheduleReconciler.observe({ key }, deploy.context)).toBeUndefined();
    await bring(scheduleReconciler, schedule, deploy.context);
    for (let time = 1; time <= 2; time += 1) {
      await scheduleGroupReconciler.remove({ key: groupKey }, deploy.context);
    }
    expect(await scheduleGroupReconciler.observe({ key: groupKey }, deploy.context)).toBeUndefined();
    expect(await scheduleReconciler.observe({ key }, deploy.context)).toBeUndefined();
  });
});

describe('a rule', () => {
  const pattern = { source: ['shop.orders'], detail: { total: [{ numeric: ['>', 100] }] } };
  const physicalName = 'shop-dev-onOrder';
  // A pattern holds no open value once it is resolved, only JSON.
  const byPattern = { physicalName, pattern: pattern as never, function: lambda('onOrder') };
  const key = { bus: 'default', name: physicalName };

  it.each([
    ['by schedule', { physicalName, schedule: 'rate(5 minutes)', function: lambda('onOrder') }],
    ['for another function', { ...byPattern, function: lambda('onSale') }],
    ['by pattern', byPattern],
  ])('is made and changed: %s', async (_, model) => {
    const { made, observed, different } = await bring(ruleReconciler, model, deploy.context);
    expect(different).toEqual([]);
    expect(observed.attributes).toEqual(made.attributes);
  });

  it('is left alone where nothing differs', async () => {
    deploy.proxy.forget();
    const { observed } = await bring(ruleReconciler, byPattern, deploy.context);
    expect(observed.properties.pattern).toEqual(pattern);
    expect(deploy.proxy.mutations()).toEqual([]);
  });

  it('gets new tags, and loses those that nobody wants any more', async () => {
    expect((await bring(ruleReconciler, byPattern, deploy.tagged({ team: 'beer' }))).different).toEqual([]);
    const plain = await bring(ruleReconciler, byPattern, deploy.context);
    expect(plain.different).toEqual([]);
    expect(plain.observed.tags).not.toHaveProperty('team');
  });

  it('gets its target back, and is switched on again', async () => {
    const events = await deploy.context.clients.eventBridge();
    await events.send(new RemoveTargetsCommand({ Rule: physicalName, Ids: ['function'] }));
    await events.send(new DisableRuleCommand({ Name: physicalName }));
    const seen = await ruleReconciler.observe({ key, model: byPattern }, deploy.context);
    expect(seen?.properties).toMatchObject({ state: 'DISABLED', target: undefined });
    expect((await bring(ruleReconciler, byPattern, deploy.context)).different).toEqual([]);
  });

  it('stands on the bus that the app names', async () => {
    const events = await deploy.context.clients.eventBridge();
    await events.send(new CreateEventBusCommand({ Name: 'orders' }));
    const model = { ...byPattern, bus: 'orders' };
    expect((await bring(ruleReconciler, model, deploy.context)).different).toEqual([]);
    const found = await listed(ruleReconciler, deploy.context);
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining([key, { bus: 'orders', name: physicalName }]));
  });

  it('goes with its targets, and is gone the second time', async () => {
    for (let time = 1; time <= 2; time += 1) await ruleReconciler.remove({ key }, deploy.context);
    expect(await ruleReconciler.observe({ key }, deploy.context)).toBeUndefined();
    expect(await listed(ruleReconciler, deploy.context)).toEqual([{ bus: 'orders', name: physicalName }]);
  });
});
