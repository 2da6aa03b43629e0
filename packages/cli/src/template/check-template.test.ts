import type { S3Trigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { graphOf, handler, manifestOf } from '../graph/testing/given.ts';
import { checkTemplate } from './check-template.ts';
import { renderTemplate } from './render-template.ts';

const template = renderTemplate(graphOf([handler('f', { source: 'lambda' })]));
const many = <T>(count: number, value: T) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`X${index}`, value]));
const codes = (changes: Partial<typeof template>, text = '') =>
  checkTemplate(manifestOf({}), { ...template, ...changes }, text).map(({ code }) => code);

const resource = { Type: 'AWS::SNS::Topic', Properties: {} };
const output = { Description: 'x', Value: 'x' };

test('a template within the quotas passes', () => {
  expect(
    codes({
      Resources: many(500, resource),
      Outputs: many(200, output),
      Parameters: many(200, { Type: 'String' as const }),
    }),
  ).toEqual([]);
});

test.each([
  [{ Resources: many(501, resource) }, 'TEMPLATE_RESOURCES'],
  [{ Outputs: many(201, output) }, 'TEMPLATE_OUTPUTS'],
  [{ Parameters: many(201, { Type: 'String' as const }) }, 'TEMPLATE_PARAMETERS'],
])('one more than CloudFormation takes is refused: %#', (changes, code) => {
  expect(codes(changes)).toEqual([code]);
});

test('a text of more than 1 MB is refused, counted in bytes', () => {
  expect(codes({}, 'x'.repeat(1024 * 1024))).toEqual([]);
  expect(codes({}, 'é'.repeat(600_000))).toEqual(['TEMPLATE_TOO_LARGE']);
});

test('the count stands in the message', () => {
  const [problem] = checkTemplate(manifestOf({}), { ...template, Resources: many(501, resource) }, '');
  expect(problem?.message).toBe('The template has 501 resources; CloudFormation takes 500.');
});

test('a handler of an existing bucket is refused with what to do instead', () => {
  const trigger: S3Trigger = {
    source: 's3',
    bucket: { kind: 'bucket', name: 'old' },
    events: ['s3:ObjectCreated:*'],
  };
  const handlers = [handler('unzip', trigger)];
  const check = (existing?: string) =>
    checkTemplate(
      manifestOf({ handlers, resources: [{ kind: 'bucket', name: 'old', existing }] }),
      template,
      '',
    );
  expect(check()).toEqual([]);
  expect(check('old')).toMatchObject([
    { code: 'S3_EXISTING_IN_TEMPLATE', place: { file: 'src/app.ts', line: 1 }, subject: 'unzip' },
  ]);
});
