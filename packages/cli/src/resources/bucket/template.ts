import { type CfnObject, KEPT, type KindTemplate, type TemplateContext, tagList } from '../template.ts';
import type { BucketModel, BucketNotification } from './model.ts';

/** It has no attributes: whatever names a bucket spells its name, because the bucket waits for the functions that it calls. */
export const bucketTemplate: KindTemplate<BucketModel> = {
  suffix: 'Bucket',
  attributes: {},
  render: ({ physicalName, notifications }, context) => ({
    [context.id]: {
      Type: 'AWS::S3::Bucket',
      ...KEPT,
      Properties: {
        BucketName: context.value(physicalName),
        NotificationConfiguration:
          notifications.length > 0
            ? { LambdaConfigurations: notifications.flatMap((one) => configurations(one, context)) }
            : undefined,
        Tags: tagList(context),
      },
    },
  }),
};

/** CloudFormation takes one event an entry. */
function configurations(notification: BucketNotification, { value }: TemplateContext): readonly CfnObject[] {
  const { events, prefix, suffix, function: called } = notification;
  const rules = [
    ...(prefix ? [{ Name: 'prefix', Value: prefix }] : []),
    ...(suffix ? [{ Name: 'suffix', Value: suffix }] : []),
  ];
  const filter = rules.length > 0 ? { S3Key: { Rules: rules } } : undefined;
  return events.map((Event) => ({ Event, Filter: filter, Function: value(called) }));
}
