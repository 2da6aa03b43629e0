import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { SQS } from '@aws-sdk/client-sqs';
import { App } from '@tankard/framework';

/** Handlers that functions register, as a blueprint does, and one that is registered under a condition. */
export const app = new App('blueprints');

const orders = app.table('Orders', { partitionKey: 'id' });
const jobs = app.queue('Jobs');
const database = new DynamoDB();
const queues = new SQS();

interface Input {
  readonly id: string;
}

/** A module's handlers, which an app takes in by a call. */
function register(shop: App) {
  shop.lambda({ name: 'fromModule' }, ({ id }: Input) =>
    database.getItem({ TableName: orders.name, Key: { id: { S: id } } }),
  );
}

register(app);

if (process.env.WITHOUT_WORK === undefined) {
  app.lambda({ name: 'underCondition' }, ({ id }: Input) =>
    queues.sendMessage({ QueueUrl: jobs.url, MessageBody: id }),
  );
}

/**
 * Each has what all of them may ask.
 *
 * for fromModule, underCondition
 * - dynamodb:GetItem on Orders
 * - sqs:SendMessage on Jobs
 * ? A registration stays in every function, with what it reaches: it is registered inside a function, which may be called for any handler
 * ? A registration stays in every function, with what it reaches: it is registered under a condition
 */
export const note = 'Register each handler by a statement of its own.';
