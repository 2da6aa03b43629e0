import type { ScheduleTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { pseudo, ref } from '../../resources/value.ts';
import { graphOf, handler } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const every: ScheduleTrigger = { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' };
const classic: ScheduleTrigger = { ...every, via: 'rule' };

test('schedules share a group, and a role that only the Scheduler of this account may assume', () => {
  const graph = graphOf([
    handler('first', every),
    handler('second', { ...every, timezone: 'Europe/Berlin' }),
  ]);
  expect(nodeOf(graph, 'schedule-group', 'schedules').model).toEqual({ physicalName: 'shop-dev' });
  expect(nodeOf(graph, 'role', 'scheduler-invoke').model).toMatchObject({
    trusts: 'scheduler.amazonaws.com',
    trustCondition: { StringEquals: { 'aws:SourceAccount': pseudo('accountId') } },
    statements: [
      {
        actions: ['lambda:InvokeFunction'],
        resources: [ref('function:first', 'arn'), ref('function:second', 'arn')],
      },
    ],
  });
  expect(nodeOf(graph, 'schedule', 'second').model).toEqual({
    physicalName: 'shop-dev-second',
    group: ref('schedule-group:schedules', 'name'),
    expression: 'rate(1 hour)',
    timezone: 'Europe/Berlin',
    function: ref('function:second', 'arn'),
    role: ref('role:scheduler-invoke', 'arn'),
  });
  expect(idsOf(graph, 'permission', 'rule')).toEqual([]);
});

test('a schedule via a rule is a classic rule after its permission', () => {
  const graph = graphOf([handler('tick', classic)]);
  expect(nodeOf(graph, 'rule', 'tick')).toMatchObject({
    model: { physicalName: 'shop-dev-tick', schedule: 'rate(1 hour)', function: ref('function:tick', 'arn') },
    dependsOn: ['permission:tick'],
  });
  const permission = nodeOf(graph, 'permission', 'tick').model;
  expect(permission.principal).toBe('events.amazonaws.com');
  expect(valueText(permission.sourceArn)).toBe(
    'arn:{partition}:events:{region}:{accountId}:rule/shop-dev-tick',
  );
  expect(idsOf(graph, 'schedule', 'schedule-group')).toEqual([]);
});

test('a role for more schedules than its own policy can name goes on in managed policies', () => {
  const many = Array.from({ length: 200 }, (_, index) => handler(`schedule${index}`, every));
  const graph = graphOf(many);
  const policies = idsOf(graph, 'policy');
  expect(policies.length).toBeGreaterThan(0);
  expect(nodeOf(graph, 'schedule', 'schedule0').dependsOn).toEqual(policies);
  const statements = [
    ...nodeOf(graph, 'role', 'scheduler-invoke').model.statements,
    ...policies.flatMap((id) => nodeOf(graph, 'policy', id.slice('policy:'.length)).model.statements),
  ];
  expect(new Set(statements.flatMap(({ resources }) => resources.map(valueText))).size).toBe(200);
});
