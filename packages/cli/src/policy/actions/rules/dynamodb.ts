import { needs, type Rule, type Rules } from '../rule.ts';

const verbs = {
  SELECT: ['dynamodb:PartiQLSelect'],
  INSERT: ['dynamodb:PartiQLInsert'],
  UPDATE: ['dynamodb:PartiQLUpdate'],
  DELETE: ['dynamodb:PartiQLDelete'],
};
const partiql: Rule = { needs: Object.values(verbs).flat(), parts: verbs };

const writes = {
  Put: ['dynamodb:PutItem'],
  Update: ['dynamodb:UpdateItem'],
  Delete: ['dynamodb:DeleteItem'],
  ConditionCheck: ['dynamodb:ConditionCheckItem'],
};

/**
 * Transactions and PartiQL have no action of their own name.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html
 */
export const dynamodb: Rules = {
  BatchExecuteStatement: partiql,
  ExecuteStatement: partiql,
  ExecuteTransaction: partiql,
  TransactGetItems: needs('dynamodb:GetItem'),
  TransactWriteItems: { needs: Object.values(writes).flat(), parts: writes },
};
