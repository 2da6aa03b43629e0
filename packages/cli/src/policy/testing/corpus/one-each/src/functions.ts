import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { app, type Input, type Order, orders, users } from './service.ts';

const client = new DynamoDBClient();

function read(table: { readonly name: string }, id: string) {
  return client.send(new GetItemCommand({ TableName: table.name, Key: { id: { S: id } } }));
}

/**
 * A function of the app's own, which is told the table.
 *
 * - dynamodb:GetItem on Users
 */
export const callsFunction = app.lambda(({ id }: Input) => read(users, id));

const load = read;

/**
 * The same under an alias.
 *
 * - dynamodb:GetItem on Orders
 */
export const callsAlias = app.lambda(({ id }: Input) => load(orders, id));

const save = async ({ id }: Input, database = client, { name } = orders) =>
  database.send(new PutItemCommand({ TableName: name, Item: { id: { S: id } } }));

/**
 * The client and the table are defaults of parameters.
 *
 * - dynamodb:PutItem on Orders
 */
export const usesDefaults = app.lambda((input: Input) => save(input));

function makeStore(table: typeof users) {
  return {
    get: (id: string) => client.send(new GetItemCommand({ TableName: table.name, Key: { id: { S: id } } })),
    put: (id: string) => client.send(new PutItemCommand({ TableName: table.name, Item: { id: { S: id } } })),
  };
}

const userStore = makeStore(users);

/**
 * A factory makes an object of functions; one of them is called.
 *
 * - dynamodb:GetItem on Users
 */
export const usesFactory = app.lambda(({ id }: Input) => userStore.get(id));

function withClient<T>(work: (database: DynamoDBClient) => T): T {
  return work(client);
}

/**
 * The client is handed to a callback.
 *
 * - dynamodb:PutItem on Users
 */
export const usesCallback = app.lambda(({ id }: Input) =>
  withClient((database) =>
    database.send(new PutItemCommand({ TableName: users.name, Item: { id: { S: id } } })),
  ),
);

async function* pagesOf(customer: string) {
  let from: Record<string, never> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: orders.name,
        IndexName: 'byCustomer',
        KeyConditionExpression: 'customer = :customer',
        ExpressionAttributeValues: { ':customer': { S: customer } },
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    yield page.Items ?? [];
    from = page.LastEvaluatedKey as typeof from;
  } while (from);
}

/**
 * The call is made in a generator.
 *
 * - dynamodb:Query on Orders/index/byCustomer
 */
export const runsGenerator = app.lambda(async ({ id }: Input) => {
  const found: unknown[] = [];
  for await (const page of pagesOf(id)) found.push(...page);
  return found.length;
});

const unused = async ({ id }: Order) =>
  client.send(new PutItemCommand({ TableName: orders.name, Item: { id: { S: id } } }));

/**
 * A function whose name is read and which is never called.
 *
 * - dynamodb:PutItem on Orders
 */
export const namesFunction = app.lambda(() => typeof unused);
