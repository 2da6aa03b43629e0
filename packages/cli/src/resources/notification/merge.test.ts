import { expect, test } from 'vitest';
import { configurationOf, isOurs, ourNotifications } from './merge.ts';

const scope = { app: 'shop', stage: 'dev' };
const unzip = {
  id: 'unzip',
  events: ['s3:ObjectRemoved:*', 's3:ObjectCreated:*'],
  prefix: 'in/',
  suffix: '.zip',
  function: 'arn:unzip',
};

test('a handler is one entry with all its events and its filter', () => {
  expect(configurationOf(unzip, scope)).toEqual({
    Id: 'tankard.shop.dev.unzip',
    LambdaFunctionArn: 'arn:unzip',
    Events: ['s3:ObjectRemoved:*', 's3:ObjectCreated:*'],
    Filter: {
      Key: {
        FilterRules: [
          { Name: 'prefix', Value: 'in/' },
          { Name: 'suffix', Value: '.zip' },
        ],
      },
    },
  });
});

test.each([
  ['our own', 'tankard.shop.dev.unzip', true],
  ['another stage’s whose name begins alike', 'tankard.shop.dev-2.unzip', false],
  ['another app’s', 'tankard.shop-2.dev.unzip', false],
  ['one made by hand', 'unzip', false],
  ['one without an id', undefined, false],
])('%s entry is told apart by its id', (_, Id, ours) => {
  expect(isOurs({ Id, LambdaFunctionArn: 'arn', Events: [] }, scope)).toBe(ours);
});

test('what S3 answers in another order and spelling is the same', () => {
  const answered = {
    Id: 'tankard.shop.dev.unzip',
    LambdaFunctionArn: 'arn:unzip',
    Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'],
    Filter: {
      Key: {
        FilterRules: [
          { Name: 'Suffix', Value: '.zip' },
          { Name: 'Prefix', Value: 'in/' },
        ],
      },
    },
  };
  const sent = ourNotifications([configurationOf(unzip, scope)], scope);
  expect(ourNotifications([answered, { ...answered, Id: 'other' }], scope)).toEqual(sent);
});

test('an empty prefix is none', () => {
  const answered = {
    Id: 'tankard.shop.dev.unzip',
    LambdaFunctionArn: 'arn:unzip',
    Events: [],
    Filter: { Key: { FilterRules: [{ Name: 'Prefix', Value: '' }] } },
  };
  expect(ourNotifications([answered], scope)).toEqual({
    unzip: { function: 'arn:unzip', events: [], prefix: undefined, suffix: undefined },
  });
});
