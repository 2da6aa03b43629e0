import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ListTagsOfResourceCommand,
  paginateListTables,
  type TableDescription,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { eventually, until } from '../../aws/eventually.ts';
import { ownPrefix } from '../own-prefix.ts';
import { fromTagPairs, isOwned, tagChanges, tagPairs } from '../ownership.ts';
import type { Attributes, Change, Found, ReconcileContext, Reconciler } from '../reconciler.ts';
import { attributeDefinitions, keySchema } from './keys.ts';
import { observedTable, STREAM_VIEW, wantedTable } from './properties.ts';
import { indexOf, tableUpdates } from './updates.ts';

/** Milliseconds: an index of a table with many items is filled for a while, and only one at a time. */
const PATIENCE = 60 * 60_000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html */
export const tableReconciler: Reconciler<'table'> = {
  data: true,
  replaces: ['keys'],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({ ...wantedTable(model), tags }),

  async observe({ key: { name = '' } }, { clients, ownTags }) {
    const dynamodb = await clients.dynamodb();
    const table = await describe(dynamodb, name);
    if (!table || table.TableStatus === 'DELETING') return undefined;
    const [ttl, tags] = await Promise.all([ttlOf(dynamodb, name), tagsOf(dynamodb, table.TableArn)]);
    return {
      attributes: attributesOf(table),
      properties: { ...observedTable(table, ttl), tags: ownTags(tags) },
      tags,
    };
  },

  async ensure(model, { clients, tags, signal }) {
    const dynamodb = await clients.dynamodb();
    const { physicalName: TableName, indexes, ttl, stream } = model;
    const create = new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributeDefinitions([model, ...indexes]),
      KeySchema: keySchema(model),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map(indexOf),
      }),
      ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: STREAM_VIEW } }),
      Tags: tagPairs(tags),
    });
    // The one before it may still be on its way out.
    await untilTable('Removing', dynamodb, TableName, signal, (table) => table?.TableStatus !== 'DELETING');
    const made = await unless(dynamodb.send(create), ['ResourceInUseException']);
    if (!made) return undefined;
    const table = await untilActive(dynamodb, TableName, signal);
    if (ttl !== undefined) await setTtl(dynamodb, TableName, ttl, true);
    return { attributes: attributesOf(table) };
  },

  async sync(change, context) {
    const { changed, key, model, observed } = change;
    const dynamodb = await context.clients.dynamodb();
    const name = model.physicalName;
    for (const update of tableUpdates(model, observed.properties)) {
      await untilActive(dynamodb, name, context.signal);
      await dynamodb.send(new UpdateTableCommand({ ...update, TableName: name }));
    }
    const table = await untilActive(dynamodb, name, context.signal);
    if (changed.has('ttl')) {
      // AWS takes one change an hour: the second of the two may be refused, and the next deploy does it.
      // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html
      const { ttl: old } = observed.properties;
      if (typeof old === 'string') await setTtl(dynamodb, name, old, false);
      if (model.ttl !== undefined) await setTtl(dynamodb, name, model.ttl, true);
    }
    if (changed.has('tags')) await syncTags(dynamodb, change, context);
    return { attributes: { ...attributesOf(table), name: key.name } };
  },

  async remove({ key: { name = '' } }, { clients, signal }) {
    const dynamodb = await clients.dynamodb();
    await eventually(
      () => unlessAbsent(dynamodb.send(new DeleteTableCommand({ TableName: name }))),
      // It is being made or changed.
      (error) => errorName(error) === 'ResourceInUseException',
      { within: PATIENCE, signal },
    );
    await untilTable('Removing', dynamodb, name, signal, (table) => table === undefined);
  },

  async list({ clients, scope }) {
    const dynamodb = await clients.dynamodb();
    const prefix = ownPrefix(scope, 255);
    const found: Found[] = [];
    for await (const { TableNames = [] } of paginateListTables({ client: dynamodb }, {})) {
      for (const name of TableNames.filter((one) => one.startsWith(prefix))) {
        const table = await describe(dynamodb, name);
        if (!table || !isOwned(await tagsOf(dynamodb, table.TableArn), scope)) continue;
        found.push({ kind: 'table', name, key: { name }, attributes: attributesOf(table) });
      }
    }
    return found;
  },
};

async function syncTags(
  dynamodb: DynamoDBClient,
  { observed }: Change<'table'>,
  { ownTags, tags }: ReconcileContext,
): Promise<void> {
  const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
  const ResourceArn = observed.attributes.arn;
  if (Object.keys(set).length > 0) {
    await dynamodb.send(new TagResourceCommand({ ResourceArn, Tags: tagPairs(set) }));
  }
  if (gone.length > 0) await dynamodb.send(new UntagResourceCommand({ ResourceArn, TagKeys: [...gone] }));
}

async function setTtl(
  dynamodb: DynamoDBClient,
  TableName: string,
  AttributeName: string,
  Enabled: boolean,
): Promise<void> {
  const TimeToLiveSpecification = { AttributeName, Enabled };
  await dynamodb.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}

async function ttlOf(dynamodb: DynamoDBClient, TableName: string): Promise<string | undefined> {
  const answer = await unlessAbsent(dynamodb.send(new DescribeTimeToLiveCommand({ TableName })));
  const { TimeToLiveStatus: status = '', AttributeName } = answer?.TimeToLiveDescription ?? {};
  return status.startsWith('ENABL') ? AttributeName : undefined;
}

async function tagsOf(dynamodb: DynamoDBClient, ResourceArn: string | undefined) {
  // No more than 50, which is less than a page of the answer.
  const answer = await unlessAbsent(dynamodb.send(new ListTagsOfResourceCommand({ ResourceArn })));
  return fromTagPairs(answer?.Tags);
}

async function describe(dynamodb: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> {
  return (await unlessAbsent(dynamodb.send(new DescribeTableCommand({ TableName }))))?.Table;
}

/** With its indexes, because AWS changes nothing while one of them is being filled. */
async function untilActive(
  dynamodb: DynamoDBClient,
  name: string,
  signal: AbortSignal,
): Promise<TableDescription> {
  const isActive = (table: TableDescription | undefined): boolean =>
    table?.TableStatus === 'ACTIVE' &&
    (table.GlobalSecondaryIndexes ?? []).every(({ IndexStatus }) => IndexStatus === 'ACTIVE');
  return (await untilTable('Making', dynamodb, name, signal, isActive)) ?? {};
}

function untilTable(
  doing: string,
  dynamodb: DynamoDBClient,
  name: string,
  signal: AbortSignal,
  holds: (table: TableDescription | undefined) => boolean,
): Promise<TableDescription | undefined> {
  const patience = { within: PATIENCE, signal };
  return until(`${doing} the table '${name}'`, () => describe(dynamodb, name), holds, patience);
}

const attributesOf = ({
  TableName,
  TableArn,
  LatestStreamArn,
  StreamSpecification,
}: TableDescription): Attributes => ({
  ...(TableName !== undefined && { name: TableName }),
  ...(TableArn !== undefined && { arn: TableArn }),
  // The last stream is told of for a day after it was switched off.
  ...(StreamSpecification?.StreamEnabled && LatestStreamArn !== undefined && { streamArn: LatestStreamArn }),
});
