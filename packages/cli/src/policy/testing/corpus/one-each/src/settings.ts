import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { app, archive, files, type Input, orders, users } from './service.ts';

const database = new DynamoDB();

/**
 * Explicit grants: what the code does is not read.
 *
 * - dynamodb:GetItem on Orders
 */
export const saysItself = app.lambda(
  { grants: 'explicit', permissions: [{ actions: ['dynamodb:GetItem'], resources: [orders] }] },
  ({ id }: Input) => database.getItem({ TableName: users.name, Key: { id: { S: id } } }),
);

/**
 * Permissions are added to what is read from the code.
 *
 * - dynamodb:GetItem on Users
 * - s3:GetObject on Files/*
 * - s3:ListBucket on Archive
 */
export const saysMore = app.lambda(
  {
    permissions: [
      { actions: ['s3:GetObject'], resources: [files] },
      { actions: ['s3:ListBucket'], resources: [archive] },
    ],
  },
  ({ id }: Input) => database.getItem({ TableName: users.name, Key: { id: { S: id } } }),
);

/**
 * A function that asks AWS for nothing.
 */
export const asksNothing = app.lambda(({ id }: Input) => id);
