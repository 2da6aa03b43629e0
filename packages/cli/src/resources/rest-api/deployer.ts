import type { KindDeployer } from '../deployer.ts';
import type { RestApiModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const restApiDeployer: KindDeployer<RestApiModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/restapis')] }],
  bring: (own) => [
    { actions: ['apigateway:GET', 'apigateway:POST'], resources: [own.api('/restapis')] },
    { actions: ['apigateway:DELETE', 'apigateway:PATCH'], resources: [own.api('/restapis/*')] },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
      resources: [own.api('/restapis/*/gatewayresponses'), own.api('/restapis/*/gatewayresponses/*')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
