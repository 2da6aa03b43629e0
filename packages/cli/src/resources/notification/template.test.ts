import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';
import { ref } from '../value.ts';

test('a template has notifications only within their bucket', () => {
  const notifications = [{ id: 'f', events: ['s3:ObjectCreated:*'], function: ref('function:f', 'arn') }];
  expect(rendered('notification', { bucket: 'b', notifications })).toEqual({});
});
