import type { Engine } from '../../engines/engine.ts';
import { readHttpApis, readRestApis } from './apis.ts';
import { readData } from './data.ts';
import { readEvents } from './events.ts';
import { readFunctions } from './functions.ts';
import type { Reading } from './reading.ts';

/** Attributes that say when something was made or which of its makings it is, and nothing of what was wanted. */
const OF_THE_MOMENT = new Set([
  '$metadata',
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesDelayed',
  'ApproximateNumberOfMessagesNotVisible',
  'CreateDate',
  'CreatedDate',
  'CreatedTimestamp',
  'CreationDate',
  'CreationDateTime',
  'EventSourceMappingArn',
  'IntegrationId',
  'ItemCount',
  'LastChangedDate',
  'LastModificationDate',
  'LastModified',
  'LastModifiedTimestamp',
  'LastProcessingResult',
  'LastUpdatedDate',
  'LatestStreamLabel',
  'RevisionId',
  'RoleId',
  'StreamCreationTimestamp',
  'SubscriptionArn',
  'TableId',
  'UUID',
  'createdDate',
  'lastUpdatedDate',
]);

/** Everything that an engine has, attribute by attribute, with names where it has ids and moments. */
export async function readEngine(engine: Engine): Promise<Reading> {
  const http = await readHttpApis(engine);
  const rest = await readRestApis(engine);
  const things = {
    ...http.things,
    ...rest.things,
    ...(await readFunctions(engine)),
    ...(await readEvents(engine)),
    ...(await readData(engine)),
  };
  let text = JSON.stringify(plain(things))
    .replaceAll(/(\/stream\/)\d{4}-[\d\-T:.]+Z?/g, '$1moment')
    .replaceAll(/(:layer:[\w-]+):\d+/g, '$1:version')
    .replaceAll(/(:secret:[\w/-]+)-[A-Za-z0-9]{6}\b/g, '$1');
  const ids = { ...http.names, ...rest.names, ...accountOf(engine) };
  for (const [id, name] of Object.entries(ids)) text = text.replaceAll(id, name);
  return inOrder(JSON.parse(text)) as Reading;
}

/** The engine takes a key of twelve digits for the account. */
function accountOf({ client }: Engine): Readonly<Record<string, string>> {
  const { accessKeyId } = client.credentials;
  return /^\d{12}$/.test(accessKeyId) ? { [accessKeyId]: 'account' } : {};
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (OF_THE_MOMENT.has(key) ? [] : [[key, plain(one)]])),
  );
}

/** Lists that AWS gives in any order: the order of their texts. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, inOrder(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
