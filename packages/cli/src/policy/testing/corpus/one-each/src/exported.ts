export { PutItemCommand as Put } from '@aws-sdk/client-dynamodb';
export * from './stores.ts';
export * as users from './stores.ts';
