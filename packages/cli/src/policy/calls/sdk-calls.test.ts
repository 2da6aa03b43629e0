import { describe, expect, it } from 'vitest';
import { callsIn, usageIn } from '../testing/source.ts';

const dynamodb = '@aws-sdk/client-dynamodb';

describe('sdkCalls', () => {
  it.each([
    [
      'a command',
      `import { PutItemCommand } from '${dynamodb}';
       export const save = app.lambda(() => client.send(new PutItemCommand({ TableName: orders.name })));`,
      ['PutItem on Orders'],
    ],
    [
      'a command under another name',
      `import { PutItemCommand as Put } from '${dynamodb}';
       new Put({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a command of a whole package',
      `import * as ddb from '${dynamodb}';
       new ddb.PutItemCommand({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a command taken out of a whole package',
      `import * as ddb from '${dynamodb}';
       const { PutItemCommand, GetItemCommand: Get } = ddb;
       new PutItemCommand({ TableName: orders.name }); new Get({ TableName: orders.name });`,
      ['PutItem on Orders', 'GetItem on Orders'],
    ],
    [
      'a required command',
      `const { PutItemCommand } = require('${dynamodb}');
       new PutItemCommand({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a command that is imported when it is needed',
      `async function save() {
         const { PutItemCommand } = await import('${dynamodb}');
         new PutItemCommand({ TableName: orders.name });
       }`,
      ['PutItem on Orders'],
    ],
    [
      'a command chosen between two',
      `import { PutItemCommand, DeleteItemCommand } from '${dynamodb}';
       const Command = remove ? DeleteItemCommand : PutItemCommand;
       new Command({ TableName: orders.name });`,
      ['DeleteItem on Orders', 'PutItem on Orders'],
    ],
    [
      'commands in a table of the code',
      `import { PutItemCommand, DeleteItemCommand } from '${dynamodb}';
       const commands = { put: PutItemCommand, delete: DeleteItemCommand };
       new commands[kind]({ TableName: orders.name });`,
      ['DeleteItem on Orders', 'PutItem on Orders'],
    ],
    [
      'a command handed to a function of the project',
      `import { PutItemCommand } from '${dynamodb}';
       const send = (Command, input) => client.send(new Command(input));
       send(PutItemCommand, { TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a command class of its own',
      `import { PutItemCommand } from '${dynamodb}';
       class Save extends PutItemCommand {}
       new Save({ TableName: orders.name });`,
      ['PutItem on ?'],
    ],
    [
      'a command handed to a package',
      `import { SendEmailCommand } from '@aws-sdk/client-sesv2'; import { createTransport } from 'nodemailer';
       createTransport({ SES: { SendEmailCommand } });`,
      ['SendEmail on ?'],
    ],
    [
      'a method of an aggregated client',
      `import { DynamoDB } from '${dynamodb}';
       const db = new DynamoDB({});
       db.putItem({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a method by its name in brackets',
      `import { DynamoDB } from '${dynamodb}';
       new DynamoDB({})['putItem']({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a client that is made at first use',
      `import { DynamoDB } from '${dynamodb}';
       let db: DynamoDB | undefined;
       function connect() { db ??= new DynamoDB({}); return db; }
       connect().putItem({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'a client in a field of a class',
      `import { S3 } from '@aws-sdk/client-s3';
       class Store { #s3 = new S3({}); private again = this.#s3; put() { return this.again.putObject({ Bucket: files.name }); } }`,
      ['PutObject on Files'],
    ],
    [
      'a client given to a constructor',
      `import { S3 } from '@aws-sdk/client-s3';
       class Store { constructor(private readonly s3 = new S3({})) {} put() { return this.s3.putObject({ Bucket: files.name }); } }`,
      ['PutObject on Files'],
    ],
    [
      'a client assigned in a constructor',
      `import { S3 } from '@aws-sdk/client-s3';
       class Store { s3; constructor() { this.s3 = new S3({}); } put() { return this.s3.putObject({ Bucket: files.name }); } }`,
      ['PutObject on Files'],
    ],
    [
      'a client inherited from a base class',
      `import { S3 } from '@aws-sdk/client-s3';
       class Base { protected s3 = new S3({}); }
       class Store extends Base { put() { return this.s3.putObject({ Bucket: files.name }); } }`,
      ['PutObject on Files'],
    ],
    [
      'a client of which only the type is known',
      `import type { DynamoDB } from '${dynamodb}';
       export function save(db: DynamoDB) { return db.putItem({ TableName: orders.name }); }`,
      ['PutItem on Orders'],
    ],
    [
      'a client in an interface',
      `import type { DynamoDB } from '${dynamodb}';
       interface Deps { readonly db: DynamoDB }
       export function save({ db }: Deps) { return db.putItem({ TableName: orders.name }); }`,
      ['PutItem on Orders'],
    ],
    [
      'a client behind a tracer',
      `import { DynamoDB } from '${dynamodb}'; import { Tracer } from '@aws-lambda-powertools/tracer';
       const db = new Tracer().captureAWSv3Client(new DynamoDB({}));
       db.putItem({ TableName: orders.name });`,
      ['PutItem on Orders'],
    ],
    [
      'the document client',
      `import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
       new GetCommand({ TableName: orders.name }); new QueryCommand({ TableName: users.name });`,
      ['GetItem on Orders', 'Query on Users'],
    ],
    [
      'the aggregated document client',
      `import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
       const db = DynamoDBDocument.from(client);
       db.update({ TableName: orders.name });`,
      ['UpdateItem on Orders'],
    ],
    [
      'a paginator, of a client and of the document client',
      `import { paginateScan } from '${dynamodb}'; import { paginateQuery } from '@aws-sdk/lib-dynamodb';
       for await (const page of paginateScan({ client }, { TableName: orders.name })) {}
       for await (const page of paginateQuery({ client }, { TableName: users.name })) {}`,
      ['Scan on Orders', 'Query on Users'],
    ],
    [
      'a waiter',
      `import { waitUntilObjectExists } from '@aws-sdk/client-s3';
       await waitUntilObjectExists({ client, maxWaitTime: 5 }, { Bucket: files.name });`,
      ['HeadObject on Files'],
    ],
    [
      'a paginator and a waiter of an aggregated client',
      `import { DynamoDB } from '${dynamodb}';
       const db = new DynamoDB({});
       db.paginateScan({ TableName: orders.name }); db.waitUntilTableExists({ TableName: orders.name }, 5);`,
      ['Scan on Orders', 'DescribeTable on Orders'],
    ],
    [
      'a signed URL',
      `import { getSignedUrl } from '@aws-sdk/s3-request-presigner'; import { GetObjectCommand } from '@aws-sdk/client-s3';
       getSignedUrl(client, new GetObjectCommand({ Bucket: files.name }));`,
      ['GetObject on Files'],
    ],
    [
      'a signed form',
      `import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
       createPresignedPost(client, { Bucket: files.name, Key: 'x' });`,
      ['PutObject on Files'],
    ],
    [
      'an upload in parts',
      `import { Upload } from '@aws-sdk/lib-storage';
       new Upload({ client, params: { Bucket: files.name, Key: 'x', Body: body } });`,
      ['PutObject on Files', 'AbortMultipartUpload on Files'],
    ],
  ])('sees %s', (_, source, expected) => {
    expect([...callsIn(source)].sort()).toEqual([...expected].sort());
  });

  it.each([
    ['an import that nothing uses', `import { PutItemCommand } from '${dynamodb}';`],
    ['a type', `import type { PutItemCommand } from '${dynamodb}'; export type Sent = PutItemCommand;`],
    [
      'a type in an annotation',
      `import { PutItemCommand } from '${dynamodb}'; let last: PutItemCommand; type T = typeof PutItemCommand;`,
    ],
    ['a test of a class', `import { PutItemCommand } from '${dynamodb}'; sent instanceof PutItemCommand;`],
    ['a class of the same name', `class PutItemCommand {} new PutItemCommand({ TableName: orders.name });`],
    [
      'a name that hides the import',
      `import { PutItemCommand } from '${dynamodb}'; function f(PutItemCommand) { return new PutItemCommand({}); } f(Other);`,
    ],
    ['another package', `import { PutItemCommand } from './commands.ts'; new PutItemCommand({});`],
    ['what a client does itself', `import { S3 } from '@aws-sdk/client-s3'; new S3({}).destroy();`],
  ])('does not count %s', (_, source) => {
    expect(callsIn(source)).toEqual([]);
  });

  it('tells the line, the client and the inputs of a call', () => {
    const source = `import { PutObjectCommand } from '@aws-sdk/client-s3';
const common = { Bucket: files.name };
new PutObjectCommand({ ...common, Key: 'x', Tagging: 'a=b', ...(big && { StorageClass: 'GLACIER' }) });`;
    expect(usageIn(source).calls).toEqual([
      {
        client: '@aws-sdk/client-s3',
        operation: 'PutObject',
        place: { file: 'src/app.ts', line: 4 },
        resources: [{ kind: 'bucket', name: 'Files' }],
        inputs: ['Bucket', 'Key', 'Tagging', 'StorageClass'],
      },
    ]);
  });

  it('gives no inputs where there may be others', () => {
    const source = `import { PutObjectCommand } from '@aws-sdk/client-s3'; new PutObjectCommand({ ...given });`;
    expect(usageIn(source).calls[0]?.inputs).toBeUndefined();
  });
});

describe('sdkCalls, across files', () => {
  const service = `import { App } from '@tankard/framework';
    export const app = new App('shop'); export const orders = app.table('Orders');`;

  it.each([
    [
      'by name',
      `export { PutItemCommand } from '${dynamodb}';`,
      `import { PutItemCommand as Put } from './aws.ts';`,
    ],
    ['by star', `export * from '${dynamodb}';`, `import { PutItemCommand as Put } from './aws.ts';`],
    [
      'as a namespace',
      `export * as ddb from '${dynamodb}';`,
      `import { ddb } from './aws.ts'; const Put = ddb.PutItemCommand;`,
    ],
    [
      'as default',
      `import { PutItemCommand } from '${dynamodb}'; export default PutItemCommand;`,
      `import Put from './aws.ts';`,
    ],
    [
      'through a list',
      `import { PutItemCommand } from '${dynamodb}'; const Put = PutItemCommand; export { Put as Write };`,
      `import { Write as Put } from './aws.ts';`,
    ],
  ])('sees a command that a file of the project exports %s', (_, aws, imported) => {
    const app = `${imported} import { orders } from './service.ts'; new Put({ TableName: orders.name });`;
    expect(callsIn({ 'src/service.ts': service, 'src/aws.ts': aws, 'src/app.ts': app })).toEqual([
      'PutItem on Orders',
    ]);
  });

  it('follows what is handed to a function of another file, imported by name or as a whole', () => {
    const store = `import { DynamoDB } from '${dynamodb}'; const db = new DynamoDB({});
      export const save = (table, item) => db.putItem({ TableName: table.name, Item: item });`;
    const byName = `import { save } from './store.ts'; import { orders } from './service.ts'; save(orders, 1);`;
    const whole = `import * as store from './store.ts'; import { orders } from './service.ts'; store.save(orders, 1);`;
    for (const app of [byName, whole]) {
      const sources = { 'src/service.ts': service, 'src/store.ts': store, 'src/app.ts': app };
      expect(callsIn(sources)).toEqual(['PutItem on Orders']);
    }
  });
});
