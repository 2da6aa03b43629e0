import { type HttpAuthorizerModel, httpIdentity } from '../authorizer.ts';
import { type KindTemplate, refText } from '../template.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html */
export const httpAuthorizerTemplate: KindTemplate<HttpAuthorizerModel> = {
  suffix: 'Authorizer',
  attributes: { id: refText },
  render: ({ api, physicalName, identity, asks }, { id, value }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: value(api),
        Name: physicalName,
        IdentitySource: identity.length > 0 ? [...httpIdentity(identity)] : undefined,
        ...(asks.kind === 'function' && {
          AuthorizerType: 'REQUEST',
          AuthorizerUri: value(asks.uri),
          AuthorizerPayloadFormatVersion: '2.0',
          EnableSimpleResponses: asks.answer === 'simple',
          AuthorizerResultTtlInSeconds: asks.ttl,
        }),
        ...(asks.kind === 'issuer' && {
          AuthorizerType: 'JWT',
          JwtConfiguration: { Issuer: value(asks.issuer), Audience: asks.audience.map((one) => value(one)) },
        }),
      },
    },
  }),
};
