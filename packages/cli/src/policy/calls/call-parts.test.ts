import { describe, expect, it } from 'vitest';
import { callsIn } from '../testing/source.ts';

const commands = `import { PutItemCommand as Put, TransactWriteItemsCommand as TransactWrite, TransactGetItemsCommand as TransactGet,
 BatchWriteItemCommand as BatchWrite, ExecuteStatementCommand as Execute, BatchExecuteStatementCommand as BatchExecute } from '@aws-sdk/client-dynamodb';
 import { CopyObjectCommand as Copy, PutObjectCommand as PutObject } from '@aws-sdk/client-s3';
 import { SendMessageCommand as Send } from '@aws-sdk/client-sqs'; import { PublishCommand as Publish } from '@aws-sdk/client-sns';
 import { GetSecretValueCommand as GetSecret } from '@aws-sdk/client-secrets-manager'; import { SendEmailCommand as Mail } from '@aws-sdk/client-sesv2';\n`;

describe('callParts', () => {
  it.each([
    ['a name in the input', 'new Put({ TableName: orders.name });', ['PutItem on Orders']],
    ['an ARN in the input', 'new Put({ TableName: orders.arn });', ['PutItem on Orders']],
    ['a name in a constant', 'const TableName = orders.name; new Put({ TableName });', ['PutItem on Orders']],
    [
      'a name taken out of a table',
      'const { name } = orders; new Put({ TableName: name });',
      ['PutItem on Orders'],
    ],
    [
      'an input in a constant',
      'const input = { TableName: orders.name }; new Put(input);',
      ['PutItem on Orders'],
    ],
    ['an input that is typed', 'new Put({ TableName: orders.name! } as PutInput);', ['PutItem on Orders']],
    [
      'one of two tables',
      'new Put({ TableName: (old ? orders : users).name });',
      ['PutItem on Orders and Users'],
    ],
    [
      'each table of a list',
      'for (const t of [orders, users]) new Put({ TableName: t.name });',
      ['PutItem on Orders and Users'],
    ],
    [
      'each table of a list that is mapped',
      '[orders, users].map((t) => client.send(new Put({ TableName: t.name })));',
      ['PutItem on Orders and Users'],
    ],
    [
      'a table in a map of the code',
      'const t = { o: orders }; new Put({ TableName: t.o.name });',
      ['PutItem on Orders'],
    ],
    ['an existing table', 'new Put({ TableName: legacy.name });', ['PutItem on legacy']],
    ['a queue', 'new Send({ QueueUrl: jobs.url });', ['SendMessage on Jobs']],
    ['a topic', 'new Publish({ TopicArn: news.arn });', ['Publish on News']],
    ['a secret', 'new GetSecret({ SecretId: key.arn });', ['GetSecretValue on Key']],
    ['a table that the app does not declare', "new Put({ TableName: 'other' });", ['PutItem on nothing']],
    [
      'a table beside other code that fills objects by key',
      'const count = (into, key) => { into[key] = 1; }; each(count); new Put({ TableName: orders.name });',
      ['PutItem on Orders'],
    ],
    ['nothing, from the environment', 'new Put({ TableName: process.env.TABLE });', ['PutItem on ?']],
    ['nothing, where the input comes from outside', 'new Put(event.input);', ['PutItem on ?']],
    [
      'nothing, where it may be replaced',
      'new Put({ TableName: orders.name, ...event.input });',
      ['PutItem on ?'],
    ],
    [
      'nothing, where the property is assigned later',
      'const input = { TableName: orders.name }; input.TableName = event.table; new Put(input);',
      ['PutItem on ?'],
    ],
  ])('sees %s', (_, source, expected) => {
    expect(callsIn(commands + source)).toEqual(expected);
  });

  it.each([
    [
      'the items of a transaction, each with its table',
      'new TransactWrite({ TransactItems: [{ Put: { TableName: orders.name } }, { Update: { TableName: users.name } }] });',
      ['TransactWriteItems Put on Orders', 'TransactWriteItems Update on Users'],
    ],
    [
      'the items of a transaction that is mapped together',
      'new TransactWrite({ TransactItems: [...ids.map((id) => ({ Delete: { TableName: orders.name } }))] });',
      ['TransactWriteItems Delete on Orders'],
    ],
    [
      'the items that are pushed onto a transaction',
      'const items = []; items.push({ ConditionCheck: { TableName: users.name } }); new TransactWrite({ TransactItems: items });',
      ['TransactWriteItems ConditionCheck on Users'],
    ],
    [
      'a transaction from outside',
      'new TransactWrite({ TransactItems: event.items });',
      ['TransactWriteItems on ?'],
    ],
    [
      'the tables that a transaction reads',
      'new TransactGet({ TransactItems: [{ Get: { TableName: orders.name } }] });',
      ['TransactGetItems on Orders'],
    ],
    [
      'the tables of a batch',
      'new BatchWrite({ RequestItems: { [orders.name]: [], [users.name]: [] } });',
      ['BatchWriteItem on Orders and Users'],
    ],
    [
      'the verb and the table of a statement',
      `new Execute({ Statement: \`select * from "\${orders.name}"\` });`,
      ['ExecuteStatement SELECT on Orders'],
    ],
    [
      'the verbs of a batch of statements',
      `new BatchExecute({ Statements: [{ Statement: \`UPDATE "\${orders.name}" SET a=1\` }, { Statement: \`DELETE FROM "\${orders.name}"\` }] });`,
      ['BatchExecuteStatement UPDATE on Orders', 'BatchExecuteStatement DELETE on Orders'],
    ],
    ['a statement from outside', 'new Execute({ Statement: event.text });', ['ExecuteStatement on ?']],
    [
      'the two buckets of a copy',
      `new Copy({ Bucket: files.name, CopySource: \`\${files.name}/\${event.key}\` });`,
      ['CopyObject CopySource on Files', 'CopyObject Bucket on Files'],
    ],
    ['the form of a mail', 'new Mail({ Content: { Raw: { Data } } });', ['SendEmail Raw on ?']],
    ['a mail whose form is not seen', 'new Mail({ Content: event.content });', ['SendEmail on ?']],
  ])('tells %s', (_, source, expected) => {
    expect(callsIn(commands + source)).toEqual(expected);
  });
});
