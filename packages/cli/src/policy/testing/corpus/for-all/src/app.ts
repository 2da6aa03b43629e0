import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SNS } from '@aws-sdk/client-sns';
import { App } from '@tankard/framework';

/** What runs for every function, and what cannot be told apart, is in the policy of each. */
export const app = new App('for-all');

const orders = app.table('Orders', { partitionKey: 'id' });
const users = app.table('Users', { partitionKey: 'id' });
const audit = app.table('Audit', { partitionKey: 'id' });
const news = app.topic('News');
const database = new DynamoDB();
const topics = new SNS();

interface Input {
  readonly id: string;
}

app.middleware(async (_event, _context, next) => {
  await database.putItem({ TableName: audit.name, Item: { id: { S: crypto.randomUUID() } } });
  return next();
});

app.onError(async (error) => {
  await topics.publish({ TopicArn: news.arn, Message: String(error) });
  return undefined;
});

/**
 * Middleware runs in every function; what answers the errors of routes does not.
 *
 * - dynamodb:GetItem on Orders
 * - dynamodb:PutItem on Audit
 */
export const reads = app.lambda(({ id }: Input) =>
  database.getItem({ TableName: orders.name, Key: { id: { S: id } } }),
);

/**
 * Routes share a function, and its policy: this one's part of it, with what answers errors.
 *
 * - dynamodb:PutItem on Audit
 * - dynamodb:DeleteItem on Users
 * - sns:Publish on News
 */
export const removes = app.route('DELETE /users/{id}', (req) =>
  database.deleteItem({ TableName: users.name, Key: { id: { S: req.params.id } } }),
);

/**
 * The other's part.
 *
 * - dynamodb:Scan on Orders
 */
export const lists = app.route('GET /orders', () => database.scan({ TableName: orders.name }));
