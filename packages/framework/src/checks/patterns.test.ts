import { describe, expect, test } from 'vitest';
import type { App } from '../index.ts';
import type { JsonObject } from '../manifest/types.ts';
import { type Dialect, patternFault } from './patterns.ts';
import { codesOf } from './testing/problems-of.ts';

const taken: [Dialect, JsonObject][] = [
  ['bus', { source: ['aws.ec2'], detail: { state: ['running', null, 1, true] } }],
  [
    'bus',
    {
      detail: {
        name: [{ prefix: 'a' }, { suffix: '.png' }, { 'equals-ignore-case': 'B' }, { wildcard: 'a*b*' }],
      },
    },
  ],
  [
    'bus',
    {
      detail: {
        name: [{ prefix: { 'equals-ignore-case': 'a' } }, { 'anything-but': { prefix: ['a', 'b'] } }],
      },
    },
  ],
  [
    'bus',
    {
      detail: {
        name: [{ 'anything-but': ['a', 'b'] }, { 'anything-but': 1 }, { 'anything-but': { wildcard: '*x' } }],
      },
    },
  ],
  [
    'bus',
    {
      detail: { price: [{ numeric: ['>', 0, '<=', 5] }, { numeric: ['=', 3.5] }], gone: [{ exists: false }] },
    },
  ],
  ['bus', { detail: { ip: [{ cidr: '10.0.0.0/24' }, { cidr: '2001:db8::/32' }] } }],
  ['bus', { $or: [{ source: ['a'] }, { detail: { b: ['c'] } }] }],
  ['mapping', { body: { kind: [{ prefix: 'a' }], gone: [] } }],
  ['sns', { kind: ['a'], price: [{ numeric: ['>=', 1] }], ip: [{ cidr: '10.0.0.0/8' }] }],
];

describe('a pattern that AWS takes', () => {
  test.each(taken)('%s: %j', (dialect, pattern) => {
    expect(patternFault(pattern, dialect)).toBeUndefined();
  });
});

const refused: [Dialect, JsonObject, string][] = [
  ['bus', {}, 'the pattern is empty'],
  ['bus', { source: 'aws.ec2' }, "'source' is no object"],
  ['bus', { detail: {} }, "'detail' is empty"],
  ['bus', { source: [] }, "'source' is an empty list"],
  ['bus', { source: [['a']] }, "'source' has a list in its list"],
  ['bus', { source: [{}] }, 'needs one operator'],
  ['bus', { source: [{ prefix: 'a', suffix: 'b' }] }, 'needs one operator'],
  ['bus', { detail: { a: [{ startsWith: 'x' }] } }, "'detail.a' has the operator 'startsWith'"],
  ['bus', { a: [{ prefix: 1 }] }, "'prefix' in 'a' takes text"],
  ['bus', { a: [{ exists: 'yes' }] }, "'exists' in 'a' takes true or false"],
  ['bus', { a: [{ numeric: ['>'] }] }, "'numeric' in 'a' takes comparisons"],
  ['bus', { a: [{ numeric: ['>', '1'] }] }, 'takes comparisons'],
  ['bus', { a: [{ numeric: ['!=', 1] }] }, 'takes comparisons'],
  ['bus', { a: [{ cidr: '10.0.0.0' }] }, 'takes a block'],
  ['bus', { a: [{ cidr: '10.0.0.256/8' }] }, 'takes a block'],
  ['bus', { a: [{ cidr: '10.0.0.0/33' }] }, 'takes a block'],
  ['bus', { a: [{ cidr: '2001:db8::/129' }] }, 'takes a block'],
  ['bus', { a: [{ wildcard: 'a**b' }] }, "no '*' follows another"],
  ['bus', { a: [{ 'anything-but': [] }] }, 'takes a value'],
  ['bus', { a: [{ 'anything-but': ['a', 1] }] }, 'takes a value'],
  ['bus', { a: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] }, 'takes a value'],
  ['bus', { $or: [{ a: ['b'] }] }, "'$or' is no list of two"],
  ['bus', { $or: [{ a: ['b'] }, { a: 'b' }] }, "'$or.1.a' is no object"],
  ['mapping', { body: { a: [{ wildcard: 'a*' }] } }, "operator 'wildcard'"],
  ['mapping', { body: { a: [{ cidr: '10.0.0.0/8' }] } }, "operator 'cidr'"],
  ['mapping', { body: { a: [{ prefix: { 'equals-ignore-case': 'a' } }] } }, 'takes text'],
  ['sns', { a: [{ wildcard: 'a*' }] }, "operator 'wildcard'"],
];

describe('a pattern that AWS refuses', () => {
  test.each(refused)('%s: %j', (dialect, pattern, fault) => {
    expect(patternFault(pattern, dialect)).toContain(fault);
  });
});

const name = 'handler';

test('the pattern of an event is checked', () => {
  expect(codesOf((app) => app.onEvent({ source: 'shop' }, { name }, () => 1))).toEqual([
    'EVENT_PATTERN_INVALID',
  ]);
  const long = { source: ['x'.repeat(4096)] };
  expect(codesOf((app) => app.onEvent(long, { name }, () => 1))).toEqual(['EVENT_PATTERN_INVALID']);
});

describe('the filter of a mapping', () => {
  const codes = (filter: JsonObject | readonly JsonObject[]) =>
    codesOf((app) => app.onSqsMessage('jobs', { name, filter }, () => 1));

  test('is checked, each by itself', () => {
    expect(codes({ body: { kind: ['a'] } })).toEqual([]);
    expect(codes([{ body: ['a'] }, { body: 'a' }, {}])).toEqual(['FILTER_INVALID', 'FILTER_INVALID']);
  });

  test('is one of ten at most, of 4,096 characters', () => {
    expect(codes(Array.from({ length: 11 }, () => ({ body: ['a'] })))).toEqual(['FILTER_INVALID']);
    expect(codes({ body: ['x'.repeat(4096)] })).toEqual(['FILTER_INVALID']);
  });

  test('can not compare the numbers of a table, which are text', () => {
    const filter = { dynamodb: { NewImage: { age: { N: [{ numeric: ['>', 1] }] } } } };
    expect(codesOf((app) => app.onDynamoDBRecord('users', { name, filter }, () => 1))).toEqual([
      'FILTER_INVALID',
    ]);
    expect(codesOf((app) => app.onKinesisRecord('clicks', { name, filter }, () => 1))).toEqual([]);
  });
});

describe('the filter of a topic', () => {
  const codes = (filter: JsonObject, filterScope?: 'body') =>
    codesOf((app) => app.onSnsMessage('news', { name, filter, filterScope }, () => 1));

  test('looks at flat attributes, or into the body', () => {
    expect(codes({ kind: ['a'] })).toEqual([]);
    expect(codes({ user: { kind: ['a'] } })).toEqual(['TOPIC_FILTER_INVALID']);
    expect(codes({ user: { kind: ['a'] } }, 'body')).toEqual([]);
  });

  test('has five keys at most', () => {
    expect(codes({ a: ['1'], b: ['1'], $or: [{ c: ['1'] }, { d: ['1'], e: ['1'] }] })).toEqual([]);
    expect(codes({ a: ['1'], b: ['1'], $or: [{ c: ['1'] }, { d: ['1'], e: ['1'], f: ['1'] }] })).toEqual([
      'TOPIC_FILTER_INVALID',
    ]);
  });

  test('is checked for a queue that is fed by a topic too', () => {
    const declare = (app: App) => app.queue('Jobs', { from: app.topic('News'), filter: { kind: 'a' } });
    expect(codesOf(declare)).toEqual(['TOPIC_FILTER_INVALID']);
  });
});
