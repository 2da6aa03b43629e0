import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedPackages } from '../published.ts';

/** Names of the functions in AWS. */
export const functionNames = (count: number) =>
  Array.from({ length: count }, (_, index) => `many-dev-f${index}`);

/** A project with a table and a number of functions that write to it; gives its folder. */
export function manyFunctions(count: number): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-many-'));
  mkdirSync(join(folder, 'src'));
  symlinkSync(publishedPackages, join(folder, 'node_modules'));
  const functions = Array.from(
    { length: count },
    (_, index) => `export const f${index} = app.lambda(async (event: { id: string }) => {
  await database.send(new PutItemCommand({ TableName: items.name, Item: { id: { S: event.id } } }));
  return ${index};
});`,
  );
  writeFileSync(
    join(folder, 'src', 'app.ts'),
    `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { App } from '@tankard/framework';

export const app = new App('many');
const items = app.table('Items', { partitionKey: 'id' });
const database = new DynamoDBClient();

${functions.join('\n\n')}
`,
  );
  return folder;
}
