import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';

test('a log group forgets after its days', () => {
  expect(propertiesOf('log-group', { physicalName: '/aws/lambda/f', retention: 30 })).toEqual({
    LogGroupName: '/aws/lambda/f',
    RetentionInDays: 30,
  });
});
