import type { HttpAuthorizerModel } from '../authorizer.ts';
import type { KindDeployer } from '../deployer.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const httpAuthorizerDeployer: KindDeployer<HttpAuthorizerModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/apis/*/authorizers')] }],
  bring: (own) => [
    {
      actions: ['apigateway:GET', 'apigateway:POST'],
      resources: [own.api('/apis/*/authorizers')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:PATCH'],
      resources: [own.api('/apis/*/authorizers/*')],
    },
  ],
};
