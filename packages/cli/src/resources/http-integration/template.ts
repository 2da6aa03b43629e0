import { type KindTemplate, refText } from '../template.ts';
import type { HttpIntegrationModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html */
export const httpIntegrationTemplate: KindTemplate<HttpIntegrationModel> = {
  suffix: 'Integration',
  attributes: { id: refText },
  render: ({ api, function: called, timeout }, { id, value }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: value(api),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: value(called),
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: timeout,
      },
    },
  }),
};
