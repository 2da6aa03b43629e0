import { Refused } from '../actions/refused.ts';
import type { ShownItems, ShownResource } from '../shown.ts';
import type { ConsoleSources } from '../sources.ts';
import { askService } from './ask-service.ts';
import { plainItem } from './plain-item.ts';

/** Items on one page. */
const PAGE = 100;

interface Description {
  readonly Table: {
    readonly ItemCount?: number;
    readonly KeySchema: readonly { readonly AttributeName: string }[];
  };
}
interface Scanned {
  readonly Items?: readonly Readonly<Record<string, object>>[];
  readonly LastEvaluatedKey?: object;
}

/** @param after where the last page ended. */
export async function readItems(
  sources: ConsoleSources,
  { address }: ShownResource,
  after: string | null,
): Promise<ShownItems> {
  const TableName = address;
  const { Table } = await askService<Description>(sources, 'dynamodb', 'DescribeTable', { TableName });
  const { Items = [], LastEvaluatedKey } = await askService<Scanned>(sources, 'dynamodb', 'Scan', {
    TableName,
    Limit: PAGE,
    ...(after !== null && { ExclusiveStartKey: keyOf(after) }),
  });
  return {
    keys: Table.KeySchema.map(({ AttributeName }) => AttributeName),
    items: Items.map(plainItem),
    next: LastEvaluatedKey && JSON.stringify(LastEvaluatedKey),
  };
}

function keyOf(after: string): unknown {
  try {
    return JSON.parse(after);
  } catch {
    throw new Refused(400, 'That is no place in a table.');
  }
}

/** How many items a table has; of a large one at least so many. */
export async function countItems(sources: ConsoleSources, { address }: ShownResource): Promise<string> {
  const { Count = 0, LastEvaluatedKey } = await askService<Scanned & { readonly Count?: number }>(
    sources,
    'dynamodb',
    'Scan',
    { TableName: address, Select: 'COUNT' },
  );
  return LastEvaluatedKey ? `over ${Count}` : String(Count);
}
