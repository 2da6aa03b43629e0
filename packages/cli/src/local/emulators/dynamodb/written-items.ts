/** Attributes in DynamoDB's own JSON: `{ id: { S: 'a' } }`. */
export type Attributes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An item that a request writes. */
export interface WrittenItem {
  readonly table: string;
  /** The item or its key; nothing where only PartiQL knows it. */
  readonly item: Attributes;
}

interface Target {
  readonly TableName: string;
  readonly Item?: Attributes;
  readonly Key?: Attributes;
}
interface Statement {
  readonly Statement: string;
}

/**
 * The items that a request writes, in order; none where it writes none.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
 */
export function writtenItems(operation: string, body: Buffer): readonly WrittenItem[] {
  const read = READERS[operation];
  if (!read) return [];
  try {
    return read(JSON.parse(body.toString()));
  } catch {
    // The engine says what is wrong with it.
    return [];
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what a client sends; the engine judges it
const READERS: Readonly<Record<string, (input: any) => readonly WrittenItem[]>> = {
  PutItem: (input: Target) => [ofTarget(input)],
  UpdateItem: (input: Target) => [ofTarget(input)],
  DeleteItem: (input: Target) => [ofTarget(input)],
  BatchWriteItem: ({ RequestItems = {} }) =>
    Object.entries(RequestItems as Record<string, { PutRequest?: Target; DeleteRequest?: Target }[]>).flatMap(
      ([TableName, requests]) =>
        requests.map((one) => ofTarget({ ...one.PutRequest, ...one.DeleteRequest, TableName })),
    ),
  TransactWriteItems: ({ TransactItems = [] }) =>
    (TransactItems as { Put?: Target; Update?: Target; Delete?: Target }[]).flatMap((one) => {
      const target = one.Put ?? one.Update ?? one.Delete;
      return target ? [ofTarget(target)] : [];
    }),
  ExecuteStatement: (input: Statement) => ofStatements([input]),
  BatchExecuteStatement: ({ Statements = [] }) => ofStatements(Statements),
  ExecuteTransaction: ({ TransactStatements = [] }) => ofStatements(TransactStatements),
};

function ofTarget({ TableName = '', Item, Key }: Target): WrittenItem {
  return { table: TableName.slice(TableName.indexOf('/') + 1), item: Item ?? Key ?? {} };
}

/** PartiQL: the table is seen, the key is not. */
function ofStatements(statements: readonly Statement[]): readonly WrittenItem[] {
  return statements.flatMap(({ Statement: text = '' }) => {
    const table = /^\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?([\w.-]+)"?/i.exec(text)?.[1];
    return table === undefined ? [] : [{ table, item: {} }];
  });
}
