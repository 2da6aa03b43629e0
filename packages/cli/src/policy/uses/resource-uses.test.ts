import { expect, it } from 'vitest';
import { usageIn } from '../testing/source.ts';

const usesIn = (source: string) =>
  usageIn(source).resources.map(({ resource, attributes, places }) => {
    const name = resource.kind === 'url' ? (resource.name ?? 'url') : resource.name;
    return `${name}: ${attributes.join(' ')} at ${places.map(({ line }) => line).join(' ')}`;
  });

it.each([
  ['an attribute', 'console.log(orders.name, files.arn);', ['Files: arn at 2', 'Orders: name at 2']],
  ['several lines', 'orders.name;\norders.arn;\norders.name;', ['Orders: arn name at 2 3 4']],
  ['an attribute taken out', 'const { url, arn: where } = jobs;', ['Jobs: arn url at 2']],
  ["a parameter's value", 'const from = sender.value;', ['Sender: value at 2']],
  ["a secret's value", 'const token = await key.value();', ['Key: value at 2']],
  ["the API's own URL", 'const link = new URL("x", app.url);', ['url: url at 2']],
  [
    'a field of a class',
    'class Store {\n  private table = orders;\n  name() { return this.table.name; }\n}',
    ['Orders: name at 4'],
  ],
  [
    'a resource given to a constructor',
    'class Store {\n  constructor(readonly table = orders) {}\n  name() { return this.table.name; }\n}',
    ['Orders: name at 4'],
  ],
  [
    'a resource handed to a function',
    'const nameOf = (table) => table.name;\nnameOf(orders);',
    ['Orders: name at 2'],
  ],
  [
    'a resource handed to a package',
    "import { useTable } from 'tables';\nuseTable(orders);",
    ['Orders: arn name at 3'],
  ],
  [
    'an attribute in the settings of a handler',
    'app.lambda({ environment: { T: orders.name } }, async () => {});',
    ['Orders: name at 2'],
  ],
])('reads %s', (_, source, expected) => {
  expect(usesIn(source)).toEqual(expected);
});

it.each([
  ['a trigger', 'app.onSqsMessage(jobs, async () => {});'],
  ['where failures go', 'app.onDynamoDBRecord(orders, { onFailure: jobs }, async () => {});'],
  ['what feeds a queue', "app.queue('Mails', { from: news });"],
  [
    'a resource of permissions',
    "app.lambda({ permissions: [{ actions: ['s3:GetObject'], resources: [files] }] }, async () => {});",
  ],
  ['another name for a resource', 'const same = orders; export { same };'],
  ['a property that no resource has', 'console.log(orders.length);'],
])('does not count %s', (_, source) => {
  expect(usesIn(source)).toEqual([]);
});

it('finds resources that another file declares', () => {
  const service =
    "import { App } from '@tankard/framework'; export const app = new App('shop'); export const orders = app.table('Orders');";
  const app = "import * as service from './service.ts'; console.log(service.orders.name);";
  expect(usageIn({ 'src/service.ts': service, 'src/app.ts': app }).resources).toEqual([
    {
      resource: { kind: 'table', name: 'Orders' },
      attributes: ['name'],
      places: [{ file: 'src/app.ts', line: 1 }],
    },
  ]);
});

it('takes no method of the same name on something else for a resource', () => {
  expect(
    usesIn("import { cli } from 'cli-table'; const t = cli.table('Orders'); console.log(t.name);"),
  ).toEqual([]);
});

it.each([
  ['by its id', "await app.connection('one').send('hi');", ['websocket: send at 2']],
  [
    'of a feature',
    "const chat = new Feature('chat');\nchat.connection('one').close();",
    ['websocket: close at 3'],
  ],
  [
    'of an event',
    "app.websocket('send', { reply: true }, async (message) => {\nawait message.connection.send('hi');\nreturn message.connection.info(); });",
    ['websocket: info at 4', 'websocket: send at 3'],
  ],
  [
    'of an event that is taken apart',
    "app.websocket('$connect', ({ connection: { close } }) => close());",
    ['websocket: close at 2'],
  ],
  [
    'of a wrapped handler',
    "app.websocket('send')((message) => message.connection.close());",
    ['websocket: close at 2'],
  ],
  [
    'in middleware',
    "app.middleware('websocket', (event, next) => event.connection.info().then(next));",
    ['websocket: info at 2'],
  ],
  [
    'in a function that the handler calls',
    "const tell = (to, text) => to.send(text);\napp.websocket('send', (message) => tell(message.connection, 'hi'));",
    ['websocket: send at 2'],
  ],
  [
    'that a type names',
    "class Chat {\n@app.websocket('send')\nsend(message: WebsocketMessage<{ text: string }>) { return answer(message.connection); } }\nconst answer = (to: Connection) => to.send('hi');",
    ['websocket: send at 5'],
  ],
  [
    'of several clients',
    "for (const id of ids) { const client = app.connection(id); client.send('hi').catch(() => client.close()); }",
    ['websocket: close at 2', 'websocket: send at 2'],
  ],
  [
    'that is handed to a package',
    "import { talk } from 'talk';\ntalk(app.connection('one'));",
    ['websocket: close at 3', 'websocket: info at 3', 'websocket: send at 3'],
  ],
  [
    'by which nothing is asked',
    "app.websocket('$connect', (event) => console.log(event.connection.id));",
    [],
  ],
])('sees what is done with a connection %s', (_, source, expected) => {
  const imports = "import { Feature, type Connection, type WebsocketMessage } from '@tankard/framework';";
  expect(usesIn(`${imports} ${source}`)).toEqual(expected);
});

it('reads where clients connect to', () => {
  expect(usesIn('console.log(String(app.websocketUrl));')).toEqual(['websocket: url at 2']);
});
