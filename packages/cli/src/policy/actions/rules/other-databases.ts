import { needs, type Rules } from '../rule.ts';

const [create, drop, alter, select] = ['Create', 'Drop', 'Alter', 'Select'].map((verb) =>
  needs(`cassandra:${verb}`),
) as [Rules[string], Rules[string], Rules[string], Rules[string]];

/** https://docs.aws.amazon.com/keyspaces/latest/devguide/security_iam_service-with-iam.html */
export const keyspaces: Rules = {
  CreateKeyspace: create,
  CreateTable: create,
  CreateType: create,
  DeleteKeyspace: drop,
  DeleteTable: drop,
  DeleteType: drop,
  GetKeyspace: select,
  GetTable: select,
  GetTableAutoScalingSettings: select,
  GetType: select,
  ListKeyspaces: select,
  ListTables: select,
  ListTagsForResource: select,
  ListTypes: select,
  RestoreTable: needs('cassandra:Restore'),
  UpdateKeyspace: alter,
  UpdateTable: alter,
};

const query = needs(
  'neptune-db:ReadDataViaQuery',
  'neptune-db:WriteDataViaQuery',
  'neptune-db:DeleteDataViaQuery',
);
const status = needs('neptune-db:GetQueryStatus');
const cancel = needs('neptune-db:CancelQuery');
const read = needs('neptune-db:ReadDataViaQuery');

/** What a query does stands in its text. https://docs.aws.amazon.com/neptune/latest/userguide/iam-dp-actions.html */
export const neptune: Rules = {
  CancelGremlinQuery: cancel,
  CancelOpenCypherQuery: cancel,
  ExecuteGremlinExplainQuery: read,
  ExecuteGremlinProfileQuery: query,
  ExecuteGremlinQuery: query,
  ExecuteOpenCypherExplainQuery: read,
  ExecuteOpenCypherQuery: query,
  GetGremlinQueryStatus: status,
  GetOpenCypherQueryStatus: status,
  ListGremlinQueries: status,
  ListOpenCypherQueries: status,
};
