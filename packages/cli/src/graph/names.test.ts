import { expect, test } from 'vitest';
import { type Join, join, pseudo } from '../resources/value.ts';
import { namesOf } from './names.ts';

const names = namesOf('group-mailer', 'prod');

test('a resource is called after its app, its stage and itself', () => {
  expect(names.of('table', 'Subscribers')).toBe('group-mailer-prod-Subscribers');
  expect(names.of('queue', 'Jobs', '.fifo')).toBe('group-mailer-prod-Jobs.fifo');
  expect(names.single('schedule-group')).toBe('group-mailer-prod');
});

test("each kind is cut at its own kind's limit", () => {
  const long = 'x'.repeat(60);
  expect(names.of('function', long)).toHaveLength(64);
  expect(names.of('queue', long)).toBe(`group-mailer-prod-${long}`);
});

test('a bucket is in lower case and ends in the account and the region', () => {
  expect(names.bucket('My_Files')).toEqual(
    join('group-mailer-prod-my-files', '-', pseudo('accountId'), '-', pseudo('region')),
  );
});

test('a bucket has room for the longest region within its 63 characters', () => {
  const name = names.bucket('A'.repeat(60));
  const text = JSON.stringify(name);
  const stem = /group-mailer-prod-a+-[0-9a-f]{6}/.exec(text)?.[0] ?? '';
  expect(`${stem}-123456789012-us-isof-south-1`).toHaveLength(63);
});

test('a role ends in the region, because IAM is one for all regions', () => {
  expect(names.iam('send')).toEqual(join('group-mailer-prod-send', '-', pseudo('region')));
});

test('a role in a path has room for the longest region within its 64 characters', () => {
  const [stem = ''] = (namesOf('group-mailer', 'prod', '/team/').iam('x'.repeat(60)) as Join).$join;
  expect(`${stem}-us-isof-south-1`).toHaveLength(64);
});
