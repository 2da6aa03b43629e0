import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { EventLog } from './event-log.ts';
import { type Order, orders } from './service.ts';

/** What handlers of several files share; each uses another part. */
export class OrderRepository {
  readonly #client: DynamoDBDocumentClient;
  private readonly log: EventLog;

  constructor(client = DynamoDBDocumentClient.from(new DynamoDBClient()), log = new EventLog()) {
    this.#client = client;
    this.log = log;
  }

  async find(id: string) {
    const { Item } = await this.#client.send(new GetCommand({ TableName: orders.name, Key: { id } }));
    return Item as Order | undefined;
  }

  async save(order: Order) {
    await this.#client.send(new PutCommand({ TableName: orders.name, Item: order }));
    await this.log.saved(order.id);
  }

  async remove(id: string) {
    await this.#client.send(new DeleteCommand({ TableName: orders.name, Key: { id } }));
    await this.log.removed(id);
  }
}
