import { describe, expect, test } from 'vitest';
import { eventPattern } from './event-pattern.ts';

/** The event of AWS's own examples: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
const EVENT = {
  version: '0',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '111122223333',
  time: '2017-12-22T18:43:48Z',
  region: 'us-west-1',
  resources: [
    'arn:aws:ec2:us-west-1:111122223333:instance/i-1',
    'arn:aws:ec2:us-west-1:111122223333:instance/i-2',
  ],
  detail: {
    'instance-id': 'i-1',
    state: 'terminated',
    'c-count': 5,
    'x-limit': 301.8,
    'source-ip': '10.0.0.33',
    'source-ip-6': '2001:db8::33',
    FileName: 'dir/photo.PNG',
    FilePath: 'a/lib/b.ts',
    empty: '',
    nothing: null,
    on: true,
    tags: ['red', 'blue'],
    none: [],
  },
};

const detail = (field: string, ...values: unknown[]) => ({ detail: { [field]: values } });

const fitting: [string, object][] = [
  ['equals', { source: ['aws.ec2'] }],
  ['one of several', detail('state', 'running', 'terminated')],
  ['and', { source: ['aws.ec2'], detail: { state: ['terminated'], 'c-count': [5] } }],
  ['a number, however it is written', detail('x-limit', 3.018e2)],
  ['true', detail('on', true)],
  ['null', detail('nothing', null)],
  ['empty', detail('empty', '')],
  ['one of a list in the event', { resources: ['arn:aws:ec2:us-west-1:111122223333:instance/i-2'] }],
  ['begins with', { time: [{ prefix: '2017-12-22' }] }],
  ['begins with, whatever the case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }],
  ['ends with', detail('FileName', { suffix: '.PNG' })],
  ['ends with, whatever the case', detail('FileName', { suffix: { 'equals-ignore-case': '.png' } })],
  ['equals, whatever the case', detail('state', { 'equals-ignore-case': 'TERMINATED' })],
  ['wildcard', detail('FileName', { wildcard: 'dir/*.PNG' })],
  ['wildcards', detail('FilePath', { wildcard: '*/lib/*' })],
  ['anything but', detail('state', { 'anything-but': 'initializing' })],
  ['anything but a list', detail('state', { 'anything-but': ['stopped', 'overloaded'] })],
  ['anything but a number', detail('c-count', { 'anything-but': 123 })],
  ['anything but numbers', detail('x-limit', { 'anything-but': [100, 200, 300] })],
  ['anything but a text, where there is a number', detail('c-count', { 'anything-but': 'five' })],
  ['anything but a text, where there is null', detail('nothing', { 'anything-but': 'five' })],
  ['anything but, of a list of which one is not', detail('tags', { 'anything-but': 'red' })],
  ['anything but begins with', detail('state', { 'anything-but': { prefix: 'init' } })],
  ['anything but begins with one of', detail('state', { 'anything-but': { prefix: ['init', 'run'] } })],
  ['anything but ends with', detail('FileName', { 'anything-but': { suffix: '.txt' } })],
  ['anything but ends with one of', detail('FileName', { 'anything-but': { suffix: ['.txt', '.rtf'] } })],
  [
    'anything but, whatever the case',
    detail('state', { 'anything-but': { 'equals-ignore-case': ['RUNNING', 'x'] } }),
  ],
  ['anything but a wildcard', detail('FileName', { 'anything-but': { wildcard: '*/lib/*' } })],
  ['numeric range', detail('c-count', { numeric: ['>', 0, '<=', 5] })],
  ['numeric equals', detail('x-limit', { numeric: ['=', 3.018e2] })],
  ['numeric less', detail('c-count', { numeric: ['<', 10] })],
  ['cidr', detail('source-ip', { cidr: '10.0.0.0/24' })],
  ['cidr of version 6', detail('source-ip-6', { cidr: '2001:db8::/32' })],
  ['exists', detail('state', { exists: true })],
  ['exists, being null', detail('nothing', { exists: true })],
  ['does not exist', detail('gone', { exists: false })],
  ['does not exist, being an empty list', detail('none', { exists: false })],
  ['does not exist, having fields of its own', { detail: [{ exists: false }] }],
  ['does not exist, or is something', detail('state', { exists: false }, 'terminated')],
  ['or', { $or: [{ source: ['aws.s3'] }, { region: ['us-west-1'] }] }],
  ['or below a field', { detail: { $or: [{ state: ['running'] }, { 'c-count': [5] }] } }],
  ['and inside of or', { $or: [{ source: ['aws.s3'] }, { region: ['us-west-1'], source: ['aws.ec2'] }] }],
  [
    'or inside of or',
    { $or: [{ source: ['x'] }, { $or: [{ source: ['y'] }, { account: ['111122223333'] }] }] },
  ],
];

const other: [string, object][] = [
  ['another value', { source: ['aws.s3'] }],
  ['one field of two', { source: ['aws.ec2'], region: ['us-east-1'] }],
  ['a number where there is text', detail('state', 5)],
  ['text where there is a number', detail('c-count', '5')],
  ['null where there is nothing', detail('gone', null)],
  ['empty where there is null', detail('nothing', '')],
  ['another case', detail('state', 'Terminated')],
  ['begins with another', { source: [{ prefix: 'ec2' }] }],
  ['begins with, where there is a number', detail('c-count', { prefix: '5' })],
  ['wildcard in another case', detail('FileName', { wildcard: 'dir/*.png' })],
  ['wildcard whose ends overlap', detail('state', { wildcard: 'termina*inated' })],
  ['anything but this', detail('state', { 'anything-but': 'terminated' })],
  ['anything but these', detail('x-limit', { 'anything-but': [100, 301.8] })],
  ['anything but, where there is nothing', detail('gone', { 'anything-but': 'x' })],
  ['anything but, of a list that holds nothing else', detail('tags', { 'anything-but': ['red', 'blue'] })],
  ['anything but begins with this', detail('state', { 'anything-but': { prefix: ['init', 'term'] } })],
  ['anything but ends with this', detail('FileName', { 'anything-but': { suffix: '.PNG' } })],
  [
    'anything but this in another case',
    detail('state', { 'anything-but': { 'equals-ignore-case': 'TERMINATED' } }),
  ],
  ['anything but this wildcard', detail('FilePath', { 'anything-but': { wildcard: '*/lib/*' } })],
  ['numeric out of range', detail('c-count', { numeric: ['>', 5, '<=', 8] })],
  ['numeric where there is text', detail('source-ip', { numeric: ['>', 0] })],
  ['another cidr', detail('source-ip', { cidr: '10.0.1.0/24' })],
  ['cidr where there is no address', detail('state', { cidr: '10.0.0.0/8' })],
  ['cidr of the other version', detail('source-ip', { cidr: '2001:db8::/32' })],
  ['exists, having fields of its own', { detail: [{ exists: true }] }],
  ['does not exist, being there', detail('state', { exists: false })],
  ['or of none', { $or: [{ source: ['aws.s3'] }, { region: ['us-east-1'] }] }],
  [
    'or, and another that is not',
    { region: ['us-east-1'], $or: [{ source: ['aws.ec2'] }, { source: ['x'] }] },
  ],
];

describe('a pattern that the event fits', () => {
  test.each(fitting)('%s', (_, pattern) => {
    expect(eventPattern(pattern)(EVENT)).toBe(true);
  });
});

describe('a pattern that the event does not fit', () => {
  test.each(other)('%s', (_, pattern) => {
    expect(eventPattern(pattern)(EVENT)).toBe(false);
  });
});

describe('a list of objects in the event', () => {
  const event = {
    employees: [
      { first: 'John', last: 'Doe', cities: [{ name: 'Bonn', zip: 1 }] },
      [
        {
          first: 'Anna',
          last: 'Smith',
          cities: [
            { name: 'Bonn', zip: 2 },
            { name: 'Ulm', zip: 3 },
          ],
        },
      ],
    ],
    offices: [{ name: 'Bonn' }, { name: 'Ulm' }],
  };
  const employees = (pattern: object) => eventPattern({ employees: pattern })(event);

  test('is looked through as if its elements were the field', () => {
    expect(employees({ first: ['Anna'] })).toBe(true);
    expect(employees({ cities: { name: ['Ulm'] } })).toBe(true);
  });

  test('fits only where one element has all that is asked of it', () => {
    expect(employees({ first: ['Anna'], last: ['Smith'] })).toBe(true);
    expect(employees({ first: ['Anna'], last: ['Doe'] })).toBe(false);
    expect(employees({ last: ['Doe'], cities: { name: ['Ulm'] } })).toBe(false);
    expect(employees({ first: ['Anna'], cities: { name: ['Ulm'], zip: [3] } })).toBe(true);
    expect(employees({ first: ['Anna'], cities: { name: ['Bonn'], zip: [3] } })).toBe(false);
  });

  test('does not bind another list', () => {
    expect(eventPattern({ employees: { first: ['Anna'] }, offices: { name: ['Bonn'] } })(event)).toBe(true);
  });
});

test('a field with dots in its name is the same as fields in fields', () => {
  expect(eventPattern({ 'detail.state': ['on'] })({ detail: { state: 'on' } })).toBe(true);
});

test('a text that nearly fits many stars is read in one pass', () => {
  const matches = eventPattern({ a: [{ wildcard: `${'*a'.repeat(50)}*b` }] });
  expect(matches({ a: 'a'.repeat(100_000) })).toBe(false);
});

test('what stands for a star itself is no wildcard', () => {
  const matches = eventPattern({ a: [{ wildcard: String.raw`\*\\*` }] });
  expect(matches({ a: String.raw`*\anything` })).toBe(true);
  expect(matches({ a: String.raw`x\anything` })).toBe(false);
});

test('an operator that there is not is refused', () => {
  expect(() => eventPattern({ a: [{ begins: 'x' }] })).toThrow('Unrecognized match type begins');
  expect(() => eventPattern({ a: 'x' })).toThrow('"a" must be an object or an array');
});
