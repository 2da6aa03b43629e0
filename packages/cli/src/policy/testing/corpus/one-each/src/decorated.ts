import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { OrderRepository } from './order-repository.ts';
import { app, type Input, users } from './service.ts';

class Admin {
  readonly #database = new DynamoDB();

  private readonly repository: OrderRepository;

  constructor(repository = new OrderRepository()) {
    this.repository = repository;
  }

  /**
   * A decorated method and what it reaches through a field.
   *
   * - dynamodb:DeleteItem on Orders
   * - sqs:SendMessage on Jobs
   */
  @app.lambda()
  removesOrder({ id }: Input) {
    return this.repository.remove(id);
  }

  /**
   * Another one of the same class.
   *
   * - dynamodb:GetItem on Users
   */
  @app.lambda()
  showsUser({ id }: Input) {
    return this.read(id);
  }

  private read(id: string) {
    return this.#database.getItem({ TableName: users.name, Key: { id: { S: id } } });
  }
}

app.use(new Admin());
