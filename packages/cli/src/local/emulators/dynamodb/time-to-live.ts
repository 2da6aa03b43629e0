import type { LocalTime } from '../../time/local-time.ts';
import { ask, type Call, DynamoDBError, unlessMissing } from './ask.ts';
import type { Attributes } from './written-items.ts';

/**
 * Milliseconds between looks for items that have expired. AWS removes them within some days; here each look reads the tables that
 * have a time to live, some milliseconds for each thousand items.
 */
const INTERVAL = 60_000;
/** Seconds: what expired longer ago AWS leaves alone. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html */
const FIVE_YEARS = 5 * 365 * 86_400;

/** Removes what has expired, which our own engine does not. */
export interface TimeToLive {
  /** The attribute that holds when an item of a table expires. */
  attributeOf(table: string): string | undefined;
  /** Takes what a request said, once it was granted. */
  set(table: string, attribute: string | undefined): void;
  /** Waits for a look that is under way. */
  settle(): Promise<boolean>;
  stop(): void;
}

/**
 * @param call makes a call that counts as nobody's.
 * @param onRemoved is told of a table that lost items.
 */
export async function startTimeToLive(
  call: Call,
  time: LocalTime,
  onRemoved: (table: string) => void,
): Promise<TimeToLive> {
  const attributes = new Map<string, string>();
  let isDue = false;
  let isStopped = false;
  let sweeping: Promise<void> | undefined;
  let disarm: (() => void) | undefined;

  function arm(): void {
    if (attributes.size === 0 || isStopped) return;
    disarm ??= time.after(INTERVAL, () => {
      disarm = undefined;
      isDue = true;
      sweeping ??= sweep().finally(() => {
        sweeping = undefined;
      });
      arm();
    });
  }

  async function sweep(): Promise<void> {
    while (isDue && !isStopped) {
      isDue = false;
      for (const [table, attribute] of attributes) {
        // The engine may be starting again, or the table gone: the next look finds the same.
        await sweepTable(table, attribute).catch(() => {});
      }
    }
  }

  async function sweepTable(table: string, attribute: string): Promise<void> {
    const now = Math.floor(time.now() / 1000);
    let from: Attributes | undefined;
    let removed = false;
    do {
      const page: ScanOutput = await ask(call, 'Scan', {
        TableName: table,
        FilterExpression: '#t < :now AND #t > :old',
        ExpressionAttributeNames: { '#t': attribute },
        ExpressionAttributeValues: { ':now': { N: `${now}` }, ':old': { N: `${now - FIVE_YEARS}` } },
        ...(from && { ExclusiveStartKey: from }),
      });
      for (const item of page.Items) removed = (await remove(table, attribute, item)) || removed;
      from = page.LastEvaluatedKey;
    } while (from);
    if (removed) onRemoved(table);
  }

  async function remove(table: string, attribute: string, item: Attributes): Promise<boolean> {
    const { Table } = await ask<DescribeTableOutput>(call, 'DescribeTable', { TableName: table });
    const input = {
      TableName: table,
      Key: Object.fromEntries(Table.KeySchema.map(({ AttributeName: name }) => [name, item[name]])),
      // It may have been prolonged in the meantime.
      ConditionExpression: '#t = :t',
      ExpressionAttributeNames: { '#t': attribute },
      ExpressionAttributeValues: { ':t': item[attribute] },
    };
    return ask(call, 'DeleteItem', input).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DynamoDBError) return false;
        throw error;
      },
    );
  }

  let last: string | undefined;
  do {
    const page: ListTablesOutput = await ask(call, 'ListTables', {
      ...(last !== undefined && { ExclusiveStartTableName: last }),
    });
    for (const table of page.TableNames) {
      const attribute = await timeToLiveOf(call, table);
      if (attribute !== undefined) attributes.set(table, attribute);
    }
    last = page.LastEvaluatedTableName;
  } while (last !== undefined);
  arm();
  return {
    attributeOf: (table) => attributes.get(table),
    set(table, attribute) {
      if (attribute === undefined) attributes.delete(table);
      else attributes.set(table, attribute);
      arm();
    },
    async settle() {
      if (!sweeping) return false;
      await sweeping;
      return true;
    },
    stop() {
      isStopped = true;
      disarm?.();
    },
  };
}

/** The attribute, where the time to live of a table is switched on. */
export async function timeToLiveOf(call: Call, TableName: string): Promise<string | undefined> {
  const answer = await unlessMissing(ask<TimeToLiveOutput>(call, 'DescribeTimeToLive', { TableName }));
  const { TimeToLiveStatus = '', AttributeName } = answer?.TimeToLiveDescription ?? {};
  return TimeToLiveStatus.startsWith('ENABL') ? AttributeName : undefined;
}

interface ListTablesOutput {
  readonly TableNames: readonly string[];
  readonly LastEvaluatedTableName?: string;
}
interface ScanOutput {
  readonly Items: readonly Attributes[];
  readonly LastEvaluatedKey?: Attributes;
}
interface DescribeTableOutput {
  readonly Table: { readonly KeySchema: readonly { readonly AttributeName: string }[] };
}
interface TimeToLiveOutput {
  readonly TimeToLiveDescription?: { readonly TimeToLiveStatus?: string; readonly AttributeName?: string };
}
