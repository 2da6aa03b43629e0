import { DynamoDBClient, ExecuteStatementCommand, ExecuteTransactionCommand } from '@aws-sdk/client-dynamodb';
import { app, type Input, orders, users } from './service.ts';

const client = new DynamoDBClient();

/**
 * PartiQL: the verb is the action, the table stands in the text.
 *
 * - dynamodb:PartiQLSelect on Orders
 */
export const selects = app.lambda(({ id }: Input) =>
  client.send(
    new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${orders.name}" WHERE id = ?`,
      Parameters: [{ S: id }],
    }),
  ),
);

/**
 * PartiQL with an index behind the table's name.
 *
 * - dynamodb:PartiQLSelect on Orders, Orders/index/byCustomer
 */
export const selectsFromIndex = app.lambda(({ id }: Input) =>
  client.send(
    new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${orders.name}"."byCustomer" WHERE customer = ?`,
      Parameters: [{ S: id }],
    }),
  ),
);

/**
 * A transaction of statements.
 *
 * - dynamodb:PartiQLDelete, dynamodb:PartiQLInsert on Orders, Users
 */
export const runsStatements = app.lambda(({ id }: Input) =>
  client.send(
    new ExecuteTransactionCommand({
      TransactStatements: [
        { Statement: `INSERT INTO "${orders.name}" VALUE {'id': ?}`, Parameters: [{ S: id }] },
        { Statement: `DELETE FROM "${users.name}" WHERE id = ?`, Parameters: [{ S: id }] },
      ],
    }),
  ),
);
