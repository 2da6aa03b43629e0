import { expect, it } from 'vitest';
import { usageIn } from '../testing/source.ts';

const imports = `import { DynamoDB, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'; import * as ddb from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({}); const db = new DynamoDB({});\n`;
const missingIn = (source: string) =>
  usageIn(imports + source).notSeen.map(({ what, place }) => `${place.line}: ${what}`);

it.each([
  [
    'a connection of something unknown',
    'export const close = (it) => it.connection.close();',
    '4: A connection is spoken to that cannot be followed here.',
  ],
  [
    'a command from outside',
    'app.lambda((event) => client.send(event.command));',
    '4: A client sends a command that cannot be seen here.',
  ],
  [
    'a command from a package',
    "import { make } from 'commands'; client.send(make());",
    '4: A client sends a command that cannot be seen here.',
  ],
  [
    'a command that not every caller shows',
    'export const run = (command) => client.send(command);\nlist.forEach(run);',
    '4: A client sends a command that cannot be seen here.',
  ],
  [
    'a method that is chosen at run time',
    'db[event.method]({});',
    '4: Which method of DynamoDB is used is only known when it runs.',
  ],
  [
    'a class that is chosen at run time',
    'new ddb[event.command]({});',
    '4: Which export of @aws-sdk/client-dynamodb is used is only known when it runs.',
  ],
  [
    'a client handed to a package',
    "import { Table } from 'dynamodb-toolbox'; new Table({ documentClient: client });",
    '4: DynamoDBClient is handed to dynamodb-toolbox: what that calls cannot be seen.',
  ],
  [
    'a client handed to something unknown',
    'event.use(client);',
    '4: DynamoDBClient is handed to code that cannot be followed: what that calls cannot be seen.',
  ],
  [
    'a client put into something unknown',
    'event.client = client;',
    '4: DynamoDBClient is handed to code that cannot be followed: what that calls cannot be seen.',
  ],
  [
    'a waiter of which it is not known what it asks',
    "import { waitUntilChannelCreated } from '@aws-sdk/client-medialive'; waitUntilChannelCreated({ client }, {});",
    '4: What waitUntilChannelCreated of @aws-sdk/client-medialive asks AWS is not known.',
  ],
])('says that it cannot see %s', (_, source, expected) => {
  expect(missingIn(source)).toEqual([expected]);
});

it.each([
  ['a command made beforehand', 'const command = new PutItemCommand({}); client.send(command);'],
  ['a command made by a function', 'const make = () => new PutItemCommand({}); client.send(make());'],
  [
    'a command that every caller shows',
    'const run = (command) => client.send(command); run(new PutItemCommand({}));',
  ],
  [
    'a client handed to the SDK itself',
    "import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb'; DynamoDBDocument.from(client);",
  ],
  [
    'a client handed to a function of the project',
    'const use = (c) => c.send(new PutItemCommand({})); use(client);',
  ],
  ['a client kept in an object', 'export const clients = { client, db };'],
  ["something else's send", "import { mailer } from 'mailer'; mailer.send(event.mail); reply.send('ok');"],
])('has nothing to say about %s', (_, source) => {
  expect(missingIn(source)).toEqual([]);
});

it('says which registrations stay in every function', async () => {
  const { readUsage } = await import('../read-usage.ts');
  const place = { file: 'src/app.ts', line: 3 };
  const app = {
    project: '/project',
    sources: new Map(),
    manifest: (await import('../testing/given.ts')).manifestOf(),
  };
  const slice = { function: 'api', files: new Map(), whole: [{ place, why: 'it stands in a loop.' }] };
  expect(readUsage(slice, app).notSeen.map(({ what }) => what)).toEqual([
    'A registration stays in every function, with what it reaches: it stands in a loop.',
  ]);
});
