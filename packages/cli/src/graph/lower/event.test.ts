import type { EventTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { graphOf, handler } from '../testing/given.ts';
import { nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const rule = (bus?: string) => {
  const trigger: EventTrigger = { source: 'event', pattern: { source: ['shop'] }, bus };
  const graph = graphOf([handler('onOrder', trigger)]);
  const { sourceArn } = nodeOf(graph, 'permission', 'onOrder').model;
  return { model: nodeOf(graph, 'rule', 'onOrder').model, arn: valueText(sourceArn).replace(/^.*:/, '') };
};

test('a rule of the default bus has the pattern as it was written', () => {
  const { model, arn } = rule();
  expect(model).toMatchObject({ pattern: { source: ['shop'] }, physicalName: 'shop-dev-onOrder' });
  expect(model.bus).toBeUndefined();
  expect(arn).toBe('rule/shop-dev-onOrder');
});

test.each(['orders', 'arn:aws:events:eu-west-1:123456789012:event-bus/orders'])(
  "the bus is part of the rule's ARN where it is not the default one: %s",
  (bus) => {
    const { model, arn } = rule(bus);
    expect(model.bus).toBe(bus);
    expect(arn).toBe('rule/orders/shop-dev-onOrder');
  },
);
