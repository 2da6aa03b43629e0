import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { app, type Input, users } from './service.ts';

const { DynamoDBDocument } = await import('@aws-sdk/lib-dynamodb');
const documents = DynamoDBDocument.from(new DynamoDB());

/**
 * What the handler uses is awaited at the top of the file.
 *
 * - dynamodb:PutItem on Users
 */
export const awaitsAtTop = app.lambda(({ id }: Input) =>
  documents.put({ TableName: users.name, Item: { id } }),
);
