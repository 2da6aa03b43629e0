import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { type Input, orders, users } from './service.ts';

const database = new DynamoDB();

export const get = ({ id }: Input) => database.getItem({ TableName: users.name, Key: { id: { S: id } } });

export const put = ({ id }: Input) => database.putItem({ TableName: users.name, Item: { id: { S: id } } });

/** A module of functions, written as an object. */
export const orderStore = {
  get: ({ id }: Input) => database.getItem({ TableName: orders.name, Key: { id: { S: id } } }),
  async put(input: Input) {
    await this.check(input);
    return database.putItem({ TableName: orders.name, Item: { id: { S: input.id } } });
  },
  check({ id }: Input) {
    return database.query({
      TableName: orders.name,
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': { S: id } },
    });
  },
  remove({ id }: Input) {
    return database.deleteItem({ TableName: orders.name, Key: { id: { S: id } } });
  },
};
