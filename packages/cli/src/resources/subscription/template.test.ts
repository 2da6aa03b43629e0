import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { ref } from '../value.ts';

const topicArn = ref('topic:News', 'arn');
const endpoint = ref('function:f', 'arn');

test('a subscription without a filter has no scope either', () => {
  const model = { topicArn, protocol: 'lambda', endpoint, filterScope: 'body' } as const;
  expect(propertiesOf('subscription', model)).toEqual({
    TopicArn: topicArn,
    Protocol: 'lambda',
    Endpoint: endpoint,
  });
});

test('a filter is a policy of the body or of the attributes', () => {
  const model = {
    topicArn,
    protocol: 'sqs',
    endpoint,
    filter: { a: [1] },
    filterScope: 'body',
    raw: true,
  } as const;
  expect(propertiesOf('subscription', model)).toMatchObject({
    FilterPolicy: { a: [1] },
    FilterPolicyScope: 'MessageBody',
    RawMessageDelivery: true,
  });
  expect(propertiesOf('subscription', { ...model, filterScope: 'attributes' }).FilterPolicyScope).toBe(
    'MessageAttributes',
  );
});
