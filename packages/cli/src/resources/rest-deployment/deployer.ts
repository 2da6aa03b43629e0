import type { KindDeployer } from '../deployer.ts';
import type { RestDeploymentModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const restDeploymentDeployer: KindDeployer<RestDeploymentModel> = {
  find: () => [],
  bring: (own) => [
    {
      actions: ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'].map((verb) => `apigateway:${verb}`),
      resources: [own.api('/restapis/*')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
