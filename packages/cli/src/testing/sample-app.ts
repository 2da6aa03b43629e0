/** A small app with a route, a schedule, a table and a parameter, for tests of whole commands. */
export const sampleApp = `import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { App, Rate } from '@tankard/framework';

export const app = new App('sample');

const greeting = app.parameter('Greeting');
const names = app.table('Names', { partitionKey: 'name' });
const database = new DynamoDBClient();

export const greet = app.route('POST /{name}', async (req) => {
  await database.send(new PutItemCommand({ TableName: names.name, Item: { name: { S: req.params.name } } }));
  return \`\${greeting.value} \${req.params.name}\`;
});

export const count = app.schedule(Rate.hours(1), async () => {
  const { Count } = await database.send(new ScanCommand({ TableName: names.name }));
  return Count;
});
`;
