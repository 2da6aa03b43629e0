import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const FUNCTIONS = 100;

/** Names of the functions in AWS. */
export const functionNames = Array.from({ length: FUNCTIONS }, (_, index) => `hundred-dev-f${index}`);

/** A project with a table and a hundred functions that write to it; gives its folder. */
export function hundredFunctions(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tankard-hundred-'));
  mkdirSync(join(folder, 'src'));
  symlinkSync(
    join(import.meta.dirname, '..', '..', 'packages', 'cli', 'node_modules'),
    join(folder, 'node_modules'),
  );
  const functions = Array.from(
    { length: FUNCTIONS },
    (_, index) => `export const f${index} = app.lambda(async (event: { id: string }) => {
  await database.send(new PutItemCommand({ TableName: items.name, Item: { id: { S: event.id } } }));
  return ${index};
});`,
  );
  writeFileSync(
    join(folder, 'src', 'app.ts'),
    `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { App } from '@tankard/framework';

export const app = new App('hundred');
const items = app.table('Items', { partitionKey: 'id' });
const database = new DynamoDBClient();

${functions.join('\n\n')}
`,
  );
  return folder;
}
