import { expect, test } from 'vitest';
import { apiArn, type NamedApi, ownApi, ownApis } from './own-api.ts';
import { ownerTags } from './ownership.ts';
import type { Scope } from './reconciler.ts';

const scope: Scope = {
  app: 'shop',
  stage: 'dev',
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
};
const tags = ownerTags(scope);
const key = { name: 'shop-dev' };
const given = (id: string, created: number, rest: Partial<NamedApi> = {}): NamedApi => ({
  id,
  created,
  name: 'shop-dev',
  tags,
  ...rest,
});

test.each([
  ['nothing is there', [], undefined, undefined, []],
  ['one with our tags', [given('a', 1)], undefined, 'a', []],
  [
    "one of the same name without our tags is somebody else's",
    [given('a', 1, { tags: {} })],
    undefined,
    undefined,
    [],
  ],
  ['one whose tags were taken away, and the journal knows it', [given('a', 1, { tags: {} })], 'a', 'a', []],
  ['one of another name', [given('a', 1, { name: 'shop-prod' })], 'a', undefined, []],
  ['of two the older', [given('b', 2), given('a', 1)], undefined, 'a', ['b']],
  ['of two of one second the first by id', [given('b', 1), given('a', 1)], undefined, 'a', ['b']],
  ['of two the recorded one', [given('a', 1), given('b', 2)], 'b', 'b', ['a']],
])('finds the API: %s', (_, apis, recordedId, id, duplicates) => {
  const recorded = recordedId === undefined ? undefined : { attributes: { id: recordedId } };
  const found = ownApi(apis, { key, recorded }, scope);
  expect(found?.api.id).toBe(id);
  expect(found?.duplicates.map((api) => api.id) ?? []).toEqual(duplicates);
});

test('lists the APIs with our tags, each name once', () => {
  const apis = [
    given('b', 2),
    given('a', 1),
    given('c', 3, { tags: {} }),
    given('d', 4, { name: 'shop-old' }),
  ];
  expect(ownApis(apis, scope).map(({ id }) => id)).toEqual(['a', 'd']);
});

test("an API's ARN names no account", () => {
  expect(apiArn(scope, 'apis', 'a1', 'stages', '$default')).toBe(
    'arn:aws:apigateway:eu-west-1::/apis/a1/stages/$default',
  );
});
