import { expect, test } from 'vitest';
import { pascalCase, uniqueIds } from './logical-id.ts';

test.each([
  ['sendMails', 'SendMails'],
  ['my-table_2', 'MyTable2'],
  ['GET /users/{id}', 'GetUsersId'],
  ['ANY', 'Any'],
  ['$default', 'Default'],
  ['/files/{path+}', 'FilesPath'],
])('%s becomes %s', (text, id) => {
  expect(pascalCase(text)).toBe(id);
});

test('an id that only one wishes for is given', () => {
  expect([
    ...uniqueIds(
      new Map([
        ['a', 'A'],
        ['b', 'B'],
      ]),
    ),
  ]).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ]);
});

test('ids that several wish for get a hash of their key each, whatever the order', () => {
  const one = uniqueIds(
    new Map([
      ['GET /a/b', 'GetAB'],
      ['GET /a-b', 'GetAB'],
    ]),
  );
  const other = uniqueIds(
    new Map([
      ['GET /a-b', 'GetAB'],
      ['GET /a/b', 'GetAB'],
    ]),
  );
  expect(one.get('GET /a/b')).toMatch(/^GetAB[0-9a-f]{6}$/);
  expect(one.get('GET /a/b')).not.toBe(one.get('GET /a-b'));
  expect(Object.fromEntries(one)).toEqual(Object.fromEntries(other));
});

test('an id that is too long for CloudFormation is cut and given a hash', () => {
  const ids = uniqueIds(
    new Map([
      ['a', 'A'.repeat(200)],
      ['b', 'B'.repeat(201)],
    ]),
  );
  expect(ids.get('a')).toBe('A'.repeat(200));
  expect(ids.get('b')).toMatch(/^B{200}[0-9a-f]{6}$/);
});
