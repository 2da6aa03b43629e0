import { type KindTemplate, refText } from '../template.ts';
import { join } from '../value.ts';
import type { HttpRouteModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html */
export const httpRouteTemplate: KindTemplate<HttpRouteModel> = {
  suffix: 'Route',
  attributes: { id: refText },
  render: ({ api, key, integration, authorization }, { id, value }) => ({
    [id]: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: value(api),
        RouteKey: key,
        AuthorizationType: authorization?.type ?? 'NONE',
        AuthorizerId: authorization?.authorizer && value(authorization.authorizer),
        AuthorizationScopes: authorization?.scopes && [...authorization.scopes],
        Target: value(join('integrations/', integration)),
      },
    },
  }),
};
