import { type KindTemplate, refText, tagList } from '../template.ts';
import type { ApiKeyModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-apikey.html */
export const apiKeyTemplate: KindTemplate<ApiKeyModel> = {
  suffix: 'ApiKey',
  attributes: { id: refText },
  render: ({ physicalName }, context) => ({
    [context.id]: {
      Type: 'AWS::ApiGateway::ApiKey',
      Properties: { Name: physicalName, Enabled: true, Tags: tagList(context) },
    },
  }),
};
