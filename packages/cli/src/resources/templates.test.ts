import { expect, test } from 'vitest';
import type { KindTemplate } from './template.ts';
import { templates } from './templates.ts';

test('logical ids of different kinds end differently, so that a name may be used for each', () => {
  const suffixes = Object.values(templates).map(({ suffix }) => suffix);
  expect(new Set(suffixes).size).toBe(suffixes.length);
});

test('nothing may refer to a bucket, because a bucket waits for the functions that it calls', () => {
  expect(templates.bucket.attributes).toEqual({});
});

test.each([
  ['function', 'arn', '${X.Arn}'],
  ['table', 'name', '${X}'],
  ['table', 'streamArn', '${X.StreamArn}'],
  ['queue', 'url', '${X}'],
  ['queue', 'arn', '${X.Arn}'],
  ['topic', 'arn', '${X}'],
  ['stream', 'arn', '${X.Arn}'],
  ['secret', 'arn', '${X}'],
  ['role', 'arn', '${X.Arn}'],
  ['http-api', 'url', '${X.ApiEndpoint}'],
] as const)('the %s shows its %s as %s', (kind, attribute, text) => {
  const { attributes } = templates[kind] as KindTemplate<unknown>;
  expect(attributes[attribute]?.('X', {})).toBe(text);
});
