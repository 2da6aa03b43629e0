import type { KindDeployer } from '../deployer.ts';
import type { WebsocketStageModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const websocketStageDeployer: KindDeployer<WebsocketStageModel> = {
  find: () => [],
  bring: (own) => [
    {
      actions: ['DELETE', 'GET', 'PATCH', 'POST'].map((verb) => `apigateway:${verb}`),
      resources: [own.api('/apis/*/stages'), own.api('/apis/*/stages/*')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:POST', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
