import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { S3 } from '@aws-sdk/client-s3';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
import { app, files, type Input, orders, users } from './service.ts';

const database = new DynamoDB();
const documents = DynamoDBDocument.from(database);

/**
 * A method of an aggregated client.
 *
 * - dynamodb:PutItem on Orders
 */
export const callsMethod = app.lambda(({ id }: Input) =>
  database.putItem({ TableName: orders.name, Item: { id: { S: id } } }),
);

/**
 * A method of the document client, which has a name of its own.
 *
 * - dynamodb:UpdateItem on Orders
 */
export const callsDocumentMethod = app.lambda(({ id, text }: Input) =>
  documents.update({
    TableName: orders.name,
    Key: { id },
    UpdateExpression: 'SET note = :note',
    ExpressionAttributeValues: { ':note': text },
  }),
);

/**
 * A method that is bound: its input is not seen.
 *
 * - dynamodb:GetItem on Users
 */
export const bindsMethod = app.lambda(({ id }: Input) => {
  const { get } = { get: documents.get.bind(documents) };
  return get({ TableName: users.name, Key: { id } });
});

const clients = { database, store: new S3() };

/**
 * Clients in an object, taken out of it.
 *
 * - s3:PutObject on Files/*
 */
export const takesClientOut = app.lambda(({ id, text }: Input) => {
  const { store } = clients;
  return store.putObject({ Bucket: files.name, Key: id, Body: text });
});

let lazily: DynamoDB | undefined;

/**
 * A client that is made at first use.
 *
 * - dynamodb:DescribeTable on Orders
 */
export const makesClientOnce = app.lambda(() => {
  lazily ??= new DynamoDB();
  return lazily.describeTable({ TableName: orders.name });
});

/**
 * A method under a name in brackets.
 *
 * - dynamodb:Scan on Users
 */
export const callsByText = app.lambda(() => {
  const method = 'scan';
  return database[method]({ TableName: users.name });
});
