import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { database, subscribers } from './service.ts';

/** The addresses of a group in the table's order, all pages; with `after`, those that follow it. */
export async function* subscribersOf(group: string, after?: string): AsyncGenerator<string> {
  const pages = paginateQuery(
    { client: database },
    {
      TableName: subscribers.name,
      ConsistentRead: true,
      KeyConditionExpression: `group_name = :group${after === undefined ? '' : ' AND subscriber > :after'}`,
      ExpressionAttributeValues: {
        ':group': { S: group },
        ...(after !== undefined && { ':after': { S: after } }),
      },
    },
  );
  for await (const page of pages) {
    for (const item of page.Items ?? []) yield item.subscriber?.S ?? '';
  }
}
