import type { RestAuthorizerModel } from '../authorizer.ts';
import type { KindDeployer } from '../deployer.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const restAuthorizerDeployer: KindDeployer<RestAuthorizerModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/restapis/*/authorizers')] }],
  bring: (own) => [
    {
      actions: ['apigateway:GET', 'apigateway:POST'],
      resources: [own.api('/restapis/*/authorizers')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:PATCH'],
      resources: [own.api('/restapis/*/authorizers/*')],
    },
  ],
};
