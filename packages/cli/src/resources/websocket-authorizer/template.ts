import { type WebsocketAuthorizerModel, websocketIdentity } from '../authorizer.ts';
import { type KindTemplate, refText } from '../template.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html */
export const websocketAuthorizerTemplate: KindTemplate<WebsocketAuthorizerModel> = {
  suffix: 'WebsocketAuthorizer',
  attributes: { id: refText },
  render: ({ api, physicalName, identity, asks }, { id, value }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: value(api),
        Name: physicalName,
        AuthorizerType: 'REQUEST',
        IdentitySource: identity.length > 0 ? [...websocketIdentity(identity)] : undefined,
        AuthorizerUri: value(asks.uri),
      },
    },
  }),
};
