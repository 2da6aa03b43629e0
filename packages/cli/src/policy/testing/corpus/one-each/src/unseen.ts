import { EventEmitter } from 'node:events';
import { DynamoDB, DynamoDBClient, GetItemCommand, type PutItemCommand } from '@aws-sdk/client-dynamodb';
import { app, type Input, orders } from './service.ts';

const client = new DynamoDBClient();

interface Given {
  readonly command: PutItemCommand;
}

/**
 * The command comes from outside: its type tells what it asks, and not of which table.
 *
 * ? PutItem names no table that the app declares, so dynamodb:PutItem is not granted.
 */
export const sendsGiven = app.lambda(({ command }: Given) => client.send(command));

/**
 * The command is put together when it runs.
 *
 * ? Which export of @aws-sdk/client-dynamodb is used is only known when it runs.
 * ? A client sends a command that cannot be seen here.
 */
export const makesCommand = app.lambda(async ({ text = 'GetItem' }: Input) => {
  const commands = await import('@aws-sdk/client-dynamodb');
  const Command = commands[`${text}Command` as 'GetItemCommand'];
  return client.send(new Command({ TableName: orders.name, Key: {} }));
});

/**
 * The method is only known when it runs.
 *
 * ? Which method of DynamoDB is used is only known when it runs.
 */
export const callsGiven = app.lambda(({ text = 'getItem' }: Input) =>
  new DynamoDB()[text as 'getItem']({ TableName: orders.name, Key: {} }),
);

/**
 * The client is given away.
 *
 * ? DynamoDBClient is handed to node:events: what that calls cannot be seen.
 */
export const givesClient = app.lambda(() => new EventEmitter().emit('ready', client));

/**
 * The table comes from outside: no table is named, so nothing is granted.
 *
 * ? GetItem names no table that the app declares, so dynamodb:GetItem is not granted.
 */
export const readsGivenTable = app.lambda(({ id, text }: Input) =>
  client.send(new GetItemCommand({ TableName: text, Key: { id: { S: id } } })),
);

/** Something that gives clients, of which this code only knows the type. */
interface Clients {
  open(): DynamoDB;
}

/**
 * The client comes from outside: its type tells which, and the call names its table.
 *
 * - dynamodb:GetItem on Orders
 */
export const takesClient = app.lambda(({ id, clients }: Input & { readonly clients: Clients }) =>
  clients.open().getItem({ TableName: orders.name, Key: { id: { S: id } } }),
);
