import { attributeText, type CfnObject, KEPT, type KindTemplate, refText, tagList } from '../template.ts';
import { attributeDefinitions, keySchema } from './keys.ts';
import type { TableModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
export const tableTemplate: KindTemplate<TableModel> = {
  suffix: 'Table',
  attributes: { name: refText, arn: attributeText('Arn'), streamArn: attributeText('StreamArn') },
  render: (model, context) => ({
    [context.id]: {
      Type: 'AWS::DynamoDB::Table',
      ...KEPT,
      Properties: { ...properties(model), Tags: tagList(context) },
    },
  }),
};

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
