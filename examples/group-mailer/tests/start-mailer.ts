import { DeleteItemCommand, DynamoDBClient, PutItemCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Engines, startEngines } from '@tankard/cli/local';

const text = (name: string) => ({ name, type: 'string' }) as const;

/** The mailer's tables, bucket and inbox on the engines of `tankard local`, and its environment set to them. */
export interface Mailer extends Engines {
  subscribe(group: string, ...addresses: readonly string[]): Promise<void>;
  /** The items of ScheduledMessages. */
  items(): Promise<Record<string, unknown>[]>;
  /** Empties the tables and the inbox: the clients keep to the address that they saw first, so a file has one set of engines. */
  clear(): Promise<void>;
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
  let mailsBefore = 0;
  async function* itemsOf(TableName: string) {
    for await (const page of paginateScan({ client: database }, { TableName })) yield* page.Items ?? [];
  }
  async function empty(TableName: string, key: readonly string[]) {
    const deletions: Promise<unknown>[] = [];
    for await (const item of itemsOf(TableName)) {
      const Key = Object.fromEntries(Object.entries(item).filter(([name]) => key.includes(name)));
      deletions.push(database.send(new DeleteItemCommand({ TableName, Key })));
    }
    await Promise.all(deletions);
  }
  return {
    ...engines,
    mails: async () => (await engines.mails()).slice(mailsBefore),
    async subscribe(group, ...addresses) {
      const put = (subscriber: string) =>
        new PutItemCommand({
          TableName: 'Subscribers',
          Item: { group_name: { S: group }, subscriber: { S: subscriber } },
        });
      await Promise.all(addresses.map((address) => database.send(put(address))));
    },
    async items() {
      const items: Record<string, unknown>[] = [];
      for await (const item of itemsOf('ScheduledMessages')) items.push(unmarshall(item));
      return items;
    },
    async clear() {
      mailsBefore = (await engines.mails()).length;
      await empty('Subscribers', ['group_name', 'subscriber']);
      await empty('ScheduledMessages', ['scheduled_date', 'group_name']);
    },
  };
}

/** `member0001@example.com` and so on, in the table's order. */
export function addresses(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `member${String(index + 1).padStart(4, '0')}@example.com`,
  );
}
