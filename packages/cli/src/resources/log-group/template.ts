import { attributeText, type KindTemplate, refText, tagList } from '../template.ts';
import type { LogGroupModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html */
export const logGroupTemplate: KindTemplate<LogGroupModel> = {
  suffix: 'LogGroup',
  attributes: { arn: attributeText('Arn'), name: refText },
  render: ({ physicalName, retention }, context) => ({
    [context.id]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: physicalName, RetentionInDays: retention, Tags: tagList(context) },
    },
  }),
};
