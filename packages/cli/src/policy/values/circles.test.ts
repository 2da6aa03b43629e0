import { expect, it } from 'vitest';
import { callsIn } from '../testing/source.ts';

const imports = `import { DynamoDB } from '@aws-sdk/client-dynamodb'; const db = new DynamoDB({});\n`;

it.each([
  [
    'a list that spreads itself',
    'let list = []; list = [...list, orders]; for (const t of list) db.putItem({ TableName: t.name });',
  ],
  [
    'an object that spreads itself',
    'let state = { t: orders }; state = { ...state, n: 1 }; db.putItem({ TableName: state.t.name });',
  ],
  [
    'a variable that is made from itself',
    'let t = orders; while (more) t = other ? t : orders; db.putItem({ TableName: t.name });',
  ],
  [
    'a function that calls itself',
    'const put = (t, n) => (n ? put(t, n - 1) : db.putItem({ TableName: t.name })); put(orders, 3);',
  ],
  [
    'two functions that call each other',
    'const a = (t) => b(t); const b = (t) => (more ? a(t) : db.putItem({ TableName: t.name })); a(orders);',
  ],
  [
    'a class that makes itself',
    'class Tree { constructor(t) { this.t = t; } grow() { return new Tree(this.t); } put() { db.putItem({ TableName: this.t.name }); } } new Tree(orders).grow().put();',
  ],
  [
    'two objects that hold each other',
    'const a = { t: orders }; const b = { a }; a.b = b; db.putItem({ TableName: a.b.a.t.name });',
  ],
])('follows a table through %s', (_, source) => {
  expect(callsIn(imports + source)).toEqual(['PutItem on Orders']);
});

it('does not go round in two files that export all of each other', () => {
  const sources = {
    'src/a.ts': "export * from './b.ts';",
    'src/b.ts': "export * from './a.ts'; export { PutItemCommand } from '@aws-sdk/client-dynamodb';",
    'src/app.ts': "import { PutItemCommand, missing } from './a.ts'; new PutItemCommand({}); missing();",
  };
  expect(callsIn(sources)).toEqual(['PutItem on ?']);
});
