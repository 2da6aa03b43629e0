import { expect, test } from 'vitest';
import type { BusEvent } from './bus-event.ts';
import { jsonPath } from './json-path.ts';
import { targetInput } from './target-input.ts';

/** The event of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
const EVENT: BusEvent = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '123456789012',
  time: '2015-11-11T21:29:54Z',
  region: 'us-east-1',
  resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-abcd1111'],
  detail: { 'instance-id': 'i-0123456789', state: 'RUNNING', count: 2, note: 'a "b"', inner: { a: [1, 2] } },
};
const RULE = {
  name: 'MyRule',
  arn: 'arn:aws:events:us-east-1:123456789012:rule/MyRule',
  ingested: '2015-11-11T21:29:55Z',
};
const InputPathsMap = {
  instance: '$.detail.instance-id',
  state: '$.detail.state',
  count: '$.detail.count',
  note: '$.detail.note',
  inner: '$.detail.inner',
  gone: '$.detail.gone',
};

const TEMPLATES: [template: string, result: string][] = [
  ['"instance <instance> is in <state>"', '"instance i-0123456789 is in RUNNING"'],
  ['"it says \\"<state>\\", <count> times"', '"it says \\"RUNNING\\", 2 times"'],
  ['{"instance" : <instance>, "state": <state>}', '{"instance" : "i-0123456789", "state": "RUNNING"}'],
  ['{"count": <count>, "inner": <inner>}', '{"count": 2, "inner": {"a":[1,2]}}'],
  ['{"text": "<note>", "all": "<inner>"}', '{"text": "a \\"b\\"", "all": "{\\"a\\":[1,2]}"}'],
  ['{"gone": <gone>, "text": "[<gone>]"}', '{"gone": null, "text": "[]"}'],
  [
    '{"rule": <aws.events.rule-name>, "arn": "<aws.events.rule-arn>"}',
    `{"rule": "MyRule", "arn": "${RULE.arn}"}`,
  ],
  ['{"at": <aws.events.event.ingestion-time>}', '{"at": "2015-11-11T21:29:55Z"}'],
  ['{"all": <aws.events.event.json>}', `{"all": ${JSON.stringify(EVENT)}}`],
  ['"<unknown> <"', '"<unknown> <"'],
];

test.each(TEMPLATES)('the template %s gives %s', (InputTemplate, result) => {
  const target = { Id: '1', Arn: '', InputTransformer: { InputPathsMap, InputTemplate } };
  expect(targetInput(target, EVENT, RULE)).toBe(result);
});

test('the whole event without its detail can be asked for', () => {
  const InputTransformer = { InputTemplate: '<aws.events.event>' };
  const { detail: _, ...rest } = EVENT;
  expect(JSON.parse(targetInput({ Id: '1', Arn: '', InputTransformer }, EVENT, RULE))).toEqual(rest);
});

test('a target gets the event, a part of it, or what it was given', () => {
  const target = { Id: '1', Arn: '' };
  expect(JSON.parse(targetInput(target, EVENT, RULE))).toEqual(EVENT);
  expect(targetInput({ ...target, InputPath: '$.detail.inner' }, EVENT, RULE)).toBe('{"a":[1,2]}');
  expect(targetInput({ ...target, InputPath: '$.detail.gone' }, EVENT, RULE)).toBe('null');
  expect(targetInput({ ...target, Input: '{"a":1}' }, EVENT, RULE)).toBe('{"a":1}');
});

test.each([
  ['$', { a: [{ b: 1 }, { b: 2 }] }],
  ['$.a[1].b', 2],
  ['$.a[*].b', [1, 2]],
  ["$['a'][0]", { b: 1 }],
  ['$.a[2].b', undefined],
  ['$.a.length', undefined],
])('the path %s', (path, found) => {
  expect(jsonPath({ a: [{ b: 1 }, { b: 2 }] }, path)).toEqual(found);
});
