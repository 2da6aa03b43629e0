import type { KeyAttribute } from '@tankard/framework/manifest';
import { attributeText, type CfnObject, KEPT, type KindTemplate, refText } from '../template.ts';
import type { TableModel } from './model.ts';

const TYPES = { string: 'S', number: 'N', binary: 'B' } as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
export const tableTemplate: KindTemplate<TableModel> = {
  suffix: 'Table',
  attributes: { name: refText, arn: attributeText('Arn'), streamArn: attributeText('StreamArn') },
  render: (model, { id }) => ({
    [id]: { Type: 'AWS::DynamoDB::Table', ...KEPT, Properties: properties(model) },
  }),
};

interface Keys {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
}

function properties(model: TableModel): CfnObject {
  const { physicalName, indexes, ttl, stream } = model;
  return {
    TableName: physicalName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributeDefinitions([model, ...indexes]),
    KeySchema: keySchema(model),
    GlobalSecondaryIndexes:
      indexes.length > 0
        ? indexes.map((index) => ({
            IndexName: index.name,
            KeySchema: keySchema(index),
            Projection: { ProjectionType: 'ALL' },
          }))
        : undefined,
    TimeToLiveSpecification: ttl === undefined ? undefined : { AttributeName: ttl, Enabled: true },
    StreamSpecification: stream ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined,
  };
}

function keySchema({ partitionKey, sortKey }: Keys): readonly CfnObject[] {
  const hash = { AttributeName: partitionKey.name, KeyType: 'HASH' };
  return sortKey ? [hash, { AttributeName: sortKey.name, KeyType: 'RANGE' }] : [hash];
}

/** Each attribute once, however many keys it is part of. */
function attributeDefinitions(keys: readonly Keys[]): readonly CfnObject[] {
  const types = new Map<string, string>();
  for (const { partitionKey, sortKey } of keys) {
    for (const key of sortKey ? [partitionKey, sortKey] : [partitionKey])
      types.set(key.name, TYPES[key.type]);
  }
  return [...types].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType }));
}
