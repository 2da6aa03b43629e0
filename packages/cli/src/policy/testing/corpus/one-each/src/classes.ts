import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { OrderRepository } from './order-repository.ts';
import { app, type Input, orders, users } from './service.ts';

const repository = new OrderRepository();

/**
 * One method of a class that has three.
 *
 * - dynamodb:GetItem on Orders
 */
export const findsOrder = app.lambda(({ id }: Input) => repository.find(id));

/**
 * Another one, which calls a method of a second class.
 *
 * - dynamodb:PutItem on Orders
 * - sns:Publish on News
 */
export const savesOrder = app.lambda(({ id }: Input) => repository.save({ id, customer: id }));

class Shop {
  private readonly repository: OrderRepository;

  constructor(repository: OrderRepository) {
    this.repository = repository;
  }

  cancel(id: string) {
    return this.repository.remove(id);
  }

  show(id: string) {
    return this.repository.find(id);
  }
}

/**
 * The object is handed to another class, which keeps it in a field.
 *
 * - dynamodb:DeleteItem on Orders
 * - sqs:SendMessage on Jobs
 */
export const cancelsOrder = app.lambda(({ id }: Input) => new Shop(new OrderRepository()).cancel(id));

function present(orders: OrderRepository, id: string) {
  return orders.find(id);
}

/**
 * The object is handed to a function.
 *
 * - dynamodb:GetItem on Orders
 */
export const handsObjectOn = app.lambda(({ id }: Input) => present(repository, id));

abstract class Table {
  protected readonly database = new DynamoDB();
  protected abstract readonly table: string;

  get(id: string) {
    return this.database.getItem({ TableName: this.table, Key: { id: { S: id } } });
  }

  put(id: string) {
    return this.database.putItem({ TableName: this.table, Item: { id: { S: id } } });
  }
}

class Users extends Table {
  protected readonly table = users.name;
}

/**
 * The method is inherited, the table is the subclass's.
 *
 * - dynamodb:PutItem on Users
 */
export const inheritsMethod = app.lambda(({ id }: Input) => new Users().put(id));

class Statics {
  static readonly database = new DynamoDB();

  readonly isShut = false;

  static read(id: string) {
    return Statics.database.getItem({ TableName: orders.name, Key: { id: { S: id } } });
  }

  static remove(id: string) {
    return Statics.database.deleteItem({ TableName: orders.name, Key: { id: { S: id } } });
  }
}

/**
 * One of two static methods.
 *
 * - dynamodb:GetItem on Orders
 */
export const callsStatic = app.lambda(({ id }: Input) => Statics.read(id));

class Open {
  readonly database = new DynamoDB();

  get(id: string) {
    return this.database.getItem({ TableName: users.name, Key: { id: { S: id } } });
  }

  remove(id: string) {
    return this.database.deleteItem({ TableName: users.name, Key: { id: { S: id } } });
  }
}

/**
 * A method whose name is only known when it runs: the class stays whole.
 *
 * - dynamodb:DeleteItem, dynamodb:GetItem on Users
 * ? Open stays whole: one of its members is read by a name that is only known when it runs.
 */
export const callsByName = app.lambda(({ id, text }: Input) =>
  new Open()[text === 'remove' ? 'remove' : 'get'](id),
);
