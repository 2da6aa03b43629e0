import { expect, test } from 'vitest';
import { writtenItems } from './written-items.ts';

const id = (text: string) => ({ id: { S: text } });
const TableName = 'Orders';

test.each<[string, object, readonly object[]]>([
  [
    'PutItem',
    { TableName, Item: { ...id('a'), n: { N: '1' } } },
    [{ table: TableName, item: { ...id('a'), n: { N: '1' } } }],
  ],
  [
    'UpdateItem',
    { TableName: 'arn:aws:dynamodb:eu-west-1:1:table/Orders', Key: id('a') },
    [{ table: TableName, item: id('a') }],
  ],
  ['DeleteItem', { TableName, Key: id('a') }, [{ table: TableName, item: id('a') }]],
  [
    'BatchWriteItem',
    {
      RequestItems: {
        Orders: [{ PutRequest: { Item: id('a') } }, { DeleteRequest: { Key: id('b') } }],
        Users: [{ PutRequest: { Item: id('c') } }],
      },
    },
    [
      { table: 'Orders', item: id('a') },
      { table: 'Orders', item: id('b') },
      { table: 'Users', item: id('c') },
    ],
  ],
  [
    'TransactWriteItems',
    {
      TransactItems: [
        { Put: { TableName, Item: id('a') } },
        { ConditionCheck: { TableName, Key: id('b') } },
        { Update: { TableName, Key: id('c') } },
        { Delete: { TableName, Key: id('d') } },
      ],
    },
    ['a', 'c', 'd'].map((name) => ({ table: TableName, item: id(name) })),
  ],
  [
    'ExecuteStatement',
    { Statement: ` insert into "my.Orders" VALUE {'id': 'a'}` },
    [{ table: 'my.Orders', item: {} }],
  ],
  ['ExecuteStatement', { Statement: 'SELECT * FROM Orders' }, []],
  [
    'BatchExecuteStatement',
    {
      Statements: [
        { Statement: 'UPDATE Orders SET n = 1' },
        { Statement: 'DELETE FROM "Users" WHERE id = 1' },
      ],
    },
    [
      { table: 'Orders', item: {} },
      { table: 'Users', item: {} },
    ],
  ],
  [
    'ExecuteTransaction',
    { TransactStatements: [{ Statement: 'UPDATE Orders SET n = 1' }] },
    [{ table: 'Orders', item: {} }],
  ],
  ['GetItem', { TableName, Key: id('a') }, []],
  ['PutItem', { TableName: 7 }, []],
  ['TransactWriteItems', {}, []],
])('%s %j writes %j', (operation, input, written) => {
  expect(writtenItems(operation, Buffer.from(JSON.stringify(input)))).toEqual(written);
});

test('what is no JSON is left to the engine', () => {
  expect(writtenItems('PutItem', Buffer.from('{'))).toEqual([]);
});
