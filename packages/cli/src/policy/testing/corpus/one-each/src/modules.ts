import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { get, orderStore, Put, users as userStore } from './exported.ts';
import { app, type Input, orders } from './service.ts';
import * as stores from './stores.ts';

/**
 * A function that another file passes on.
 *
 * - dynamodb:GetItem on Users
 */
export const importsFunction = app.lambda((input: Input) => get(input));

/**
 * One function of a module that is imported as a whole.
 *
 * - dynamodb:PutItem on Users
 */
export const importsModule = app.lambda((input: Input) => stores.put(input));

/**
 * One function of a module that is exported as a whole.
 *
 * - dynamodb:GetItem on Users
 */
export const importsExportedModule = app.lambda((input: Input) => userStore.get(input));

/**
 * A command that another file passes on under another name.
 *
 * - dynamodb:PutItem on Orders
 */
export const importsCommand = app.lambda(({ id }: Input) =>
  new DynamoDBClient().send(new Put({ TableName: orders.name, Item: { id: { S: id } } })),
);

/**
 * One function of an object of four, with what it calls of the others.
 *
 * - dynamodb:PutItem, dynamodb:Query on Orders
 */
export const usesObject = app.lambda((input: Input) => orderStore.put(input));
