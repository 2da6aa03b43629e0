import { attributeText, type KindTemplate, refText } from '../template.ts';
import type { LogGroupModel } from './model.ts';

export const logGroupTemplate: KindTemplate<LogGroupModel> = {
  suffix: 'LogGroup',
  attributes: { arn: attributeText('Arn'), name: refText },
  render: ({ physicalName, retention }, { id }) => ({
    [id]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: physicalName, RetentionInDays: retention },
    },
  }),
};
