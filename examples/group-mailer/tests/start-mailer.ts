import {
  BatchWriteItemCommand,
  DynamoDBClient,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Engines, startEngines } from '@tankard/cli/local';

/** The mailer's tables, bucket and inbox on the engines of `tankard local`, and its environment set to them. */
export interface Mailer extends Engines {
  subscribe(group: string, ...addresses: readonly string[]): Promise<void>;
  /** The items of ScheduledMessages. */
  items(): Promise<Record<string, unknown>[]>;
  /** Empties the tables and the inbox: the clients keep to the address that they saw first, so a file has one set of engines. */
  clear(): Promise<void>;
}

const TABLES = {
  Subscribers: ['group_name', 'subscriber'],
  ScheduledMessages: ['scheduled_date', 'group_name'],
} as const;

/** Starts the engines and makes what the app declares. Close them after the tests. */
export async function startMailer(): Promise<Mailer> {
  const engines = await startEngines();
  Object.assign(process.env, engines.environment, {
    TANKARD_TABLE_SUBSCRIBERS: 'Subscribers',
    TANKARD_TABLE_SCHEDULED_MESSAGES: 'ScheduledMessages',
    TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET: 'scheduled-messages',
    TANKARD_PARAMETER_SOURCE_EMAIL: 'mailer@example.com',
  });
  for (const [physicalName, [partition, sort]] of Object.entries(TABLES)) {
    await engines.createTable({
      physicalName,
      partitionKey: { name: partition, type: 'string' },
      sortKey: { name: sort, type: 'string' },
      indexes: [],
      stream: false,
    });
  }
  await engines.createBucket('scheduled-messages');

  const database = new DynamoDBClient({});
  let mailsBefore = 0;
  async function itemsOf(TableName: string) {
    const pages = [];
    for await (const { Items = [] } of paginateScan({ client: database }, { TableName })) pages.push(Items);
    return pages.flat();
  }
  /** DynamoDB takes 25 writes a call. */
  async function write(table: string, requests: WriteRequest[]) {
    for (let from = 0; from < requests.length; from += 25) {
      const RequestItems = { [table]: requests.slice(from, from + 25) };
      await database.send(new BatchWriteItemCommand({ RequestItems }));
    }
  }
  return {
    ...engines,
    mails: async () => (await engines.mails()).slice(mailsBefore),
    items: async () => (await itemsOf('ScheduledMessages')).map((item) => unmarshall(item)),
    subscribe: (group, ...addresses) =>
      write(
        'Subscribers',
        addresses.map((address) => ({
          PutRequest: { Item: { group_name: { S: group }, subscriber: { S: address } } },
        })),
      ),
    async clear() {
      mailsBefore = (await engines.mails()).length;
      for (const [table, keys] of Object.entries(TABLES)) {
        const isKey = ([name]: [string, unknown]) => keys.some((key) => key === name);
        const items = await itemsOf(table);
        await write(
          table,
          items.map((item) => ({
            DeleteRequest: { Key: Object.fromEntries(Object.entries(item).filter(isKey)) },
          })),
        );
      }
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
