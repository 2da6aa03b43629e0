import { type RestAuthorizerModel, restIdentity } from '../authorizer.ts';
import { type KindTemplate, refText } from '../template.ts';
import { authorizerType } from './authorizer-type.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html */
export const restAuthorizerTemplate: KindTemplate<RestAuthorizerModel> = {
  suffix: 'RestAuthorizer',
  attributes: { id: refText },
  render: ({ api, physicalName, identity, asks }, { id, value }) => ({
    [id]: {
      Type: 'AWS::ApiGateway::Authorizer',
      Properties: {
        RestApiId: value(api),
        Name: physicalName,
        Type: authorizerType(asks),
        IdentitySource: restIdentity(identity) || undefined,
        ...(asks.kind === 'function' && {
          AuthorizerUri: value(asks.uri),
          AuthorizerResultTtlInSeconds: asks.ttl,
        }),
        ...(asks.kind === 'pools' && { ProviderARNs: asks.pools.map((one) => value(one)) }),
      },
    },
  }),
};
