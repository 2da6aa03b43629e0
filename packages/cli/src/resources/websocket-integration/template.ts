import { type KindTemplate, refText } from '../template.ts';
import type { WebsocketIntegrationModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html */
export const websocketIntegrationTemplate: KindTemplate<WebsocketIntegrationModel> = {
  suffix: 'WebsocketIntegration',
  attributes: { id: refText },
  render: ({ api, uri, timeout }, { id, value }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: value(api),
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: value(uri),
        TimeoutInMillis: timeout,
      },
    },
  }),
};
