import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { ref } from '../value.ts';

test('a schedule fires at its time and not about it', () => {
  const model = {
    physicalName: 's',
    group: ref('schedule-group:schedules', 'name'),
    expression: 'cron(0 2 * * ? *)',
    timezone: 'Europe/Berlin',
    function: ref('function:f', 'arn'),
    role: ref('role:r', 'arn'),
  };
  expect(propertiesOf('schedule', model)).toEqual({
    Name: 's',
    GroupName: ref('schedule-group:schedules', 'name'),
    ScheduleExpression: 'cron(0 2 * * ? *)',
    ScheduleExpressionTimezone: 'Europe/Berlin',
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: ref('function:f', 'arn'), RoleArn: ref('role:r', 'arn') },
  });
});

test('a schedule group is known by its name', () => {
  expect(propertiesOf('schedule-group', { physicalName: 'shop-dev' })).toEqual({ Name: 'shop-dev' });
});
