import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Engines, startEngines } from '@tankard/cli/local';

const text = (name: string) => ({ name, type: 'string' }) as const;

/** The mailer's tables, bucket and inbox on the engines of `tankard local`, and its environment set to them. */
export interface Mailer extends Engines {
  subscribe(group: string, ...addresses: readonly string[]): Promise<void>;
  /** The items of ScheduledMessages. */
  items(): Promise<Record<string, unknown>[]>;
}

/** Starts the engines and makes what the app declares. Close them after the tests. */
export async function startMailer(): Promise<Mailer> {
  const engines = await startEngines();
  Object.assign(process.env, engines.environment, {
    TANKARD_TABLE_SUBSCRIBERS: 'Subscribers',
    TANKARD_TABLE_SCHEDULED_MESSAGES: 'ScheduledMessages',
    TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET: 'scheduled-messages',
    TANKARD_PARAMETER_SOURCE_EMAIL: 'mailer@example.com',
  });
  const table = { indexes: [], stream: false };
  await engines.createTable({
    ...table,
    physicalName: 'Subscribers',
    partitionKey: text('group_name'),
    sortKey: text('subscriber'),
  });
  await engines.createTable({
    ...table,
    physicalName: 'ScheduledMessages',
    partitionKey: text('scheduled_date'),
    sortKey: text('group_name'),
  });
  await engines.createBucket('scheduled-messages');
  const database = new DynamoDBClient({});
  return {
    ...engines,
    async subscribe(group, ...addresses) {
      for (const subscriber of addresses) {
        const Item = { group_name: { S: group }, subscriber: { S: subscriber } };
        await database.send(new PutItemCommand({ TableName: 'Subscribers', Item }));
      }
    },
    async items() {
      const { Items = [] } = await database.send(new ScanCommand({ TableName: 'ScheduledMessages' }));
      return Items.map((item) => unmarshall(item));
    },
  };
}

/** `member001@example.com` and so on, in the table's order. */
export function addresses(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `member${String(index + 1).padStart(3, '0')}@example.com`,
  );
}
