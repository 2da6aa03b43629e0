import { expect, test } from 'vitest';
import {
  attributeChanges,
  observedSubscription,
  subscriptionAttributes,
  wantedSubscription,
} from './properties.ts';

const model = { topicArn: 'arn:t', protocol: 'sqs', endpoint: 'arn:q' } as const;
const wanted = (filterScope?: 'attributes' | 'body') =>
  wantedSubscription({ ...model, filter: { a: [1] } as never, filterScope });

test.each([
  ['nothing set', wantedSubscription(model), { RawMessageDelivery: 'false' }],
  ['an emptied filter', wantedSubscription(model), { FilterPolicy: '{}', FilterPolicyScope: 'MessageBody' }],
  ['a filter without a scope', wanted(), { FilterPolicy: '{"a":[1]}' }],
  ['a filter of the body', wanted('body'), { FilterPolicy: '{"a":[1]}', FilterPolicyScope: 'MessageBody' }],
  ['raw messages', wantedSubscription({ ...model, raw: true }), { RawMessageDelivery: 'true' }],
])('%s is as wanted', (_, properties, attributes) => {
  expect(observedSubscription(attributes)).toEqual(properties);
});

test('a subscription is made with what it needs', () => {
  expect(subscriptionAttributes(wantedSubscription(model))).toEqual({});
  expect(subscriptionAttributes({ ...wanted('body'), raw: true })).toEqual({
    FilterPolicy: '{"a":[1]}',
    FilterPolicyScope: 'MessageBody',
    RawMessageDelivery: 'true',
  });
});

const both = new Set(['filter', 'filterScope']);

test.each([
  [
    'widened before',
    wanted('body'),
    [
      ['FilterPolicyScope', 'MessageBody'],
      ['FilterPolicy', '{"a":[1]}'],
    ],
  ],
  [
    'narrowed after',
    wanted('attributes'),
    [
      ['FilterPolicy', '{"a":[1]}'],
      ['FilterPolicyScope', 'MessageAttributes'],
    ],
  ],
  ['left alone without', wantedSubscription(model), [['FilterPolicy', '{}']]],
])('the scope is %s its filter', (_, properties, changes) => {
  expect(attributeChanges(properties, both)).toEqual(changes);
});

test('raw delivery is switched on and off', () => {
  expect(attributeChanges(wantedSubscription(model), new Set(['raw']))).toEqual([
    ['RawMessageDelivery', 'false'],
  ]);
});
