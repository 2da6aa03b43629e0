import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { app, type Input, orders, users } from './service.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

/**
 * Commands of the document client.
 *
 * - dynamodb:DeleteItem on Users
 * - dynamodb:GetItem, dynamodb:PutItem on Orders
 */
export const sendsDocuments = app.lambda(async ({ id }: Input) => {
  await client.send(new PutCommand({ TableName: orders.name, Item: { id } }));
  await client.send(new DeleteCommand({ TableName: users.name, Key: { id } }));
  return client.send(new GetCommand({ TableName: orders.name, Key: { id } }));
});

/**
 * A query of a table, which is none of its indexes.
 *
 * - dynamodb:Query on Orders
 */
export const queriesTable = app.lambda(({ id }: Input) =>
  client.send(
    new QueryCommand({
      TableName: orders.name,
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': id },
    }),
  ),
);

/**
 * A query of one index, which is neither the table nor another index.
 *
 * - dynamodb:Query on Orders/index/byCustomer
 */
export const queriesIndex = app.lambda(({ id }: Input) =>
  client.send(
    new QueryCommand({
      TableName: orders.name,
      IndexName: 'byCustomer',
      KeyConditionExpression: 'customer = :id',
      ExpressionAttributeValues: { ':id': id },
    }),
  ),
);

/**
 * A paginator.
 *
 * - dynamodb:Query on Orders
 */
export const turnsPages = app.lambda(async ({ id }: Input) => {
  const pages = paginateQuery(
    { client },
    {
      TableName: orders.name,
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': id },
    },
  );
  let count = 0;
  for await (const page of pages) count += page.Count ?? 0;
  return count;
});

/**
 * A transaction needs the actions of its parts, each on its own table.
 *
 * - dynamodb:ConditionCheckItem on Users
 * - dynamodb:PutItem on Orders
 */
export const writesTogether = app.lambda(({ id }: Input) =>
  client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: orders.name, Item: { id } } },
        {
          ConditionCheck: {
            TableName: users.name,
            Key: { id },
            ConditionExpression: 'attribute_not_exists(blocked)',
          },
        },
      ],
    }),
  ),
);

/**
 * Writes in batches.
 *
 * - dynamodb:BatchWriteItem on Users
 */
export const writesInBatches = app.lambda(({ id }: Input) =>
  client.send(new BatchWriteCommand({ RequestItems: { [users.name]: [{ PutRequest: { Item: { id } } }] } })),
);
