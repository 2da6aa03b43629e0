import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { ref } from '../value.ts';

const called = ref('function:f', 'arn');
const Targets = [{ Id: 'function', Arn: called }];

test('a rule by pattern, on a bus of its own', () => {
  const model = { physicalName: 'r', bus: 'orders', pattern: { source: ['shop'] }, function: called };
  expect(propertiesOf('rule', model)).toEqual({
    Name: 'r',
    EventBusName: 'orders',
    EventPattern: { source: ['shop'] },
    State: 'ENABLED',
    Targets,
  });
});

test('a rule by schedule', () => {
  expect(propertiesOf('rule', { physicalName: 'r', schedule: 'rate(1 hour)', function: called })).toEqual({
    Name: 'r',
    ScheduleExpression: 'rate(1 hour)',
    State: 'ENABLED',
    Targets,
  });
});
