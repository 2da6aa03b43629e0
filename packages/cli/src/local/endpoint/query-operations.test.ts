import { expect, test } from 'vitest';
import { queryInput } from './query-operations.ts';

test('lists and maps of a form are read with what lies in them, in the order of their numbers', () => {
  const form = new URLSearchParams([
    ['Action', 'Publish'],
    ['Entries.member.10.Id', 'b'],
    ['Entries.member.2.Id', 'a'],
    ['Entries.member.2.Attributes.entry.1.Name', 'kind'],
    ['Entries.member.2.Attributes.entry.1.Value.DataType', 'String'],
    ['Names.member.1', 'x y&z'],
    ['Empty', ''],
  ]);
  expect(queryInput(form.toString())).toEqual({
    Action: 'Publish',
    Entries: [{ Id: 'a', Attributes: [{ Name: 'kind', Value: { DataType: 'String' } }] }, { Id: 'b' }],
    Names: ['x y&z'],
    Empty: '',
  });
});

test('a name that objects have by themselves is a name like any other', () => {
  expect(Object.keys(queryInput('__proto__.a=1&b=2'))).toContain('b');
  expect(({} as Record<string, unknown>).a).toBeUndefined();
});
