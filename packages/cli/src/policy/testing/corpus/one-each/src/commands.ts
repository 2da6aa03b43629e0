import * as dynamodb from '@aws-sdk/client-dynamodb';
import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  DeleteItemCommand as Remove,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { app, type Input, orders, users } from './service.ts';

const client = new DynamoDBClient();

/**
 * A client sends a command.
 *
 * - dynamodb:PutItem on Orders
 */
export const sendsCommand = app.lambda(({ id }: Input) =>
  client.send(new PutItemCommand({ TableName: orders.name, Item: { id: { S: id } } })),
);

/**
 * The command has another name here.
 *
 * - dynamodb:DeleteItem on Orders
 */
export const renamesCommand = app.lambda(({ id }: Input) =>
  client.send(new Remove({ TableName: orders.name, Key: { id: { S: id } } })),
);

/**
 * The whole package is imported.
 *
 * - dynamodb:GetItem on Users
 */
export const importsNamespace = app.lambda(({ id }: Input) =>
  client.send(new dynamodb.GetItemCommand({ TableName: users.name, Key: { id: { S: id } } })),
);

/**
 * The package is imported when it is needed.
 *
 * - dynamodb:UpdateItem on Users
 */
export const importsLazily = app.lambda(async ({ id, text = '' }: Input) => {
  const { UpdateItemCommand } = await import('@aws-sdk/client-dynamodb');
  await client.send(
    new UpdateItemCommand({
      TableName: users.name,
      Key: { id: { S: id } },
      UpdateExpression: 'SET note = :note',
      ExpressionAttributeValues: { ':note': { S: text } },
    }),
  );
});

/**
 * The command is made first and sent later.
 *
 * - dynamodb:Scan on Orders
 */
export const sendsLater = app.lambda(async () => {
  const command = new ScanCommand({ TableName: orders.name, Limit: 1 });
  const { Count } = await client.send(command);
  return Count;
});

/**
 * One of two commands is sent.
 *
 * - dynamodb:DeleteItem, dynamodb:PutItem on Users
 */
export const choosesCommand = app.lambda(({ id, text }: Input) => {
  const user = { id: { S: id } };
  return text === undefined
    ? client.send(new Remove({ TableName: users.name, Key: user }))
    : client.send(new PutItemCommand({ TableName: users.name, Item: user }));
});

/**
 * One of two tables is read.
 *
 * - dynamodb:GetItem on Orders, Users
 */
export const choosesTable = app.lambda(({ id, text }: Input) => {
  const TableName = text === undefined ? orders.name : users.name;
  return client.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }));
});

/**
 * The input is put together from others.
 *
 * - dynamodb:Scan on Users
 */
export const spreadsInput = app.lambda(() => {
  const base = { Limit: 1, ConsistentRead: true };
  const input = { ...base, TableName: users.name };
  return client.send(new ScanCommand(input));
});

/**
 * One call reads two tables.
 *
 * - dynamodb:BatchGetItem on Orders, Users
 */
export const readsInBatches = app.lambda(({ id }: Input) => {
  const Keys = [{ id: { S: id } }];
  return client.send(
    new BatchGetItemCommand({ RequestItems: { [orders.name]: { Keys }, [users.name]: { Keys } } }),
  );
});

/**
 * The options of the client, and nothing else, hold another table's name.
 *
 * - dynamodb:GetItem on Orders
 */
export const readsNameOnly = app.lambda(async ({ id }: Input) => {
  await client.send(new GetItemCommand({ TableName: orders.name, Key: { id: { S: id } } }));
  return `not in ${users.name}`;
});
