import { expect, it } from 'vitest';
import { callsIn } from '../testing/source.ts';

const imports = `import { DynamoDB, DynamoDBClient, PutItemCommand as Put } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({}); const db = new DynamoDB({});\n`;

it.each([
  [
    'an object with methods',
    'const store = { db: new DynamoDB({}), save() { return this.db.putItem({ TableName: orders.name }); } }; store.save();',
  ],
  [
    'a function that makes an object',
    'const storeOf = (db) => ({ save: () => db.putItem({ TableName: orders.name }) }); storeOf(new DynamoDB({})).save();',
  ],
  [
    'a function that gives several clients',
    'const connect = () => { const db = new DynamoDB({}); return { db }; }; const { db: mine } = connect(); mine.putItem({ TableName: orders.name });',
  ],
  [
    'a function that gives a function',
    'const put = (TableName) => (Item) => client.send(new Put({ TableName, Item })); const save = put(orders.name); save(1);',
  ],
  ['a function that is called at once', '(() => new DynamoDB({}))().putItem({ TableName: orders.name });'],
  [
    'defaults of a parameter that is taken apart',
    'function put({ to = db, table = orders } = {}) { return to.putItem({ TableName: table.name }); } put();',
  ],
  [
    'a callback',
    'const withDb = (use) => use(new DynamoDB({})); withDb((mine) => mine.putItem({ TableName: orders.name }));',
  ],
  [
    'a promise',
    'const connect = async () => new DynamoDB({}); connect().then((mine) => mine.putItem({ TableName: orders.name }));',
  ],
  [
    'a promise that is awaited',
    'const ready = (async () => new DynamoDB({}))(); (await ready).putItem({ TableName: orders.name });',
  ],
  [
    'a module that is loaded when it is needed',
    "import('@aws-sdk/client-dynamodb').then(({ DynamoDB: D }) => new D({}).putItem({ TableName: orders.name }));",
  ],
  [
    'a record of clients',
    'const clients: Record<string, DynamoDB> = {}; const at = (r) => (clients[r] ??= new DynamoDB({})); at(region); clients[region].putItem({ TableName: orders.name });',
  ],
  [
    'a property that is added to an object',
    'const ctx: any = {}; ctx.db = new DynamoDB({}); const run = (c) => c.db.putItem({ TableName: orders.name }); run(ctx);',
  ],
  [
    'a property that is added to an input',
    'const input: any = {}; input.TableName = orders.name; new Put(input);',
  ],
  [
    'something static',
    'class Store { static db = new DynamoDB({}); static put() { return Store.db.putItem({ TableName: orders.name }); } } Store.put();',
  ],
  [
    'a getter',
    'class Store { #db; get db() { return (this.#db ??= new DynamoDB({})); } put(t) { return this.db.putItem({ TableName: t.name }); } } new Store().put(orders);',
  ],
  [
    'a class that is given its table',
    'class Repo<T> { constructor(private readonly table) {} put(item: T) { return db.putItem({ TableName: this.table.name }); } } new Repo(orders).put(1);',
  ],
  [
    'a base class that is given its table',
    'class Base { constructor(protected table) {} } class Repo extends Base { constructor() { super(orders); } put() { db.putItem({ TableName: this.table.name }); } } new Repo().put();',
  ],
  [
    'a class that hands on what it is made with',
    'class Base { constructor(protected table) {} put() { db.putItem({ TableName: this.table.name }); } } class Repo extends Base {} new Repo(orders).put();',
  ],
  [
    'commands in a list',
    'const commands = [new Put({ TableName: orders.name })]; await Promise.all(commands.map((c) => client.send(c)));',
  ],
  [
    'a command of a switch',
    "const make = (kind) => { switch (kind) { case 'put': return new Put({ TableName: orders.name }); } }; client.send(make(kind));",
  ],
  [
    'a table whose name is a constant',
    "const names = { orders: 'Orders' } as const; db.putItem({ TableName: app.table(names.orders).name });",
  ],
  ['a cast of something unknown', "(container.get('db') as DynamoDB).putItem({ TableName: orders.name });"],
  [
    'the type of a variable',
    "const mine: DynamoDB = container.get('db'); mine.putItem({ TableName: orders.name });",
  ],
  [
    'the type of a variable that is taken apart',
    'const { mine }: { mine: DynamoDB } = container.all(); mine.putItem({ TableName: orders.name });',
  ],
  [
    'what a function says that it returns',
    "function connect(): DynamoDB { return container.get('db'); } connect().putItem({ TableName: orders.name });",
  ],
  [
    'the type of a list',
    'export function all(dbs: DynamoDB[]) { for (const each of dbs) each.putItem({ TableName: orders.name }); }',
  ],
  [
    'a field that is set from outside',
    'class Store { db; put() { return this.db.putItem({ TableName: orders.name }); } } const store = new Store(); store.db = new DynamoDB({}); store.put();',
  ],
  [
    'an overloaded function',
    'function put(t: string): void; function put(t: string, n: number): void; function put(t: string) { db.putItem({ TableName: t }); } put(orders.name, 1);',
  ],
  [
    'a part of a client type',
    "export function put(some: Pick<DynamoDB, 'putItem'>) { return some.putItem({ TableName: orders.name }); }",
  ],
])('follows a client and its table through %s', (_, source) => {
  expect(callsIn(imports + source)).toEqual(['PutItem on Orders']);
});

it.each([
  [
    'a function that is given each',
    'const put = (t) => db.putItem({ TableName: t.name }); put(orders); put(users);',
    'PutItem on Orders and Users',
  ],
  [
    'an object of tables',
    'const tables = { orders, users }; db.putItem({ TableName: tables[kind].name });',
    'PutItem on Orders and Users',
  ],
])('joins the tables of %s', (_, source, expected) => {
  expect(
    callsIn(imports + source).map((call) => call.replace('Users and Orders', 'Orders and Users')),
  ).toEqual([expected]);
});

it.each([
  [
    'a function that is also handed on',
    'const put = (t) => db.putItem({ TableName: t.name }); put(orders); list.forEach(put);',
  ],
  [
    'what is read from a map',
    'const tables = new Map([[1, orders]]); db.putItem({ TableName: tables.get(1).name });',
  ],
  ['an environment variable with a fallback', 'db.putItem({ TableName: process.env.TABLE ?? orders.name });'],
  ['a name that is added to', "let name = orders.name; name += '-old'; db.putItem({ TableName: name });"],
  [
    'a base class that is made by a function',
    'class Repo extends mixin(Base) { put() { db.putItem({ TableName: this.table.name }); } } new Repo().put();',
  ],
  ['a method that is kept under another name', 'const can = { put: db.putItem }; can.put(event.input);'],
  ['a method that is bound', 'const put = db.putItem.bind(db); put({ TableName: orders.name });'],
])('does not take it for certain that only one table is meant by %s', (_, source) => {
  expect(callsIn(imports + source)).toEqual(['PutItem on ?']);
});
