import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { App } from '@tankard/framework';

/** Registrations that cannot be told apart stay in every function, and each note says which. */
export const app = new App('kept-whole');

const orders = app.table('Orders', { partitionKey: 'id' });
const users = app.table('Users', { partitionKey: 'id' });
const database = new DynamoDB();

interface Input {
  readonly id: string;
}

/**
 * Two functions of one loop.
 *
 * for scansOrders, scansUsers
 * - dynamodb:Scan on Orders, Users
 * ? A registration stays in every function, with what it reaches: it is registered in a loop, so that one line makes several handlers
 */
for (const [name, table] of [['scansOrders', orders] as const, ['scansUsers', users] as const]) {
  app.lambda({ name }, () => database.scan({ TableName: table.name }));
}

/**
 * A function that is registered plainly has what the loop may ask too.
 *
 * - dynamodb:GetItem on Users
 * - dynamodb:Scan on Orders, Users
 * ? A registration stays in every function, with what it reaches: it is registered in a loop, so that one line makes several handlers
 */
export const reads = app.lambda(({ id }: Input) =>
  database.getItem({ TableName: users.name, Key: { id: { S: id } } }),
);
