import type { KindDeployer } from '../deployer.ts';
import type { WebsocketApiModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const websocketApiDeployer: KindDeployer<WebsocketApiModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/apis')] }],
  bring: (own) => [
    { actions: ['apigateway:GET', 'apigateway:POST'], resources: [own.api('/apis')] },
    { actions: ['apigateway:DELETE', 'apigateway:PATCH'], resources: [own.api('/apis/*')] },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:POST', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
