import type { KindDeployer } from '../deployer.ts';
import type { ApiKeyModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const apiKeyDeployer: KindDeployer<ApiKeyModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/apikeys')] }],
  bring: (own) => [
    { actions: ['apigateway:GET', 'apigateway:POST'], resources: [own.api('/apikeys')] },
    { actions: ['apigateway:DELETE', 'apigateway:PATCH'], resources: [own.api('/apikeys/*')] },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
