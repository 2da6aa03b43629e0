import type { KindDeployer } from '../deployer.ts';
import type { HttpRouteModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const httpRouteDeployer: KindDeployer<HttpRouteModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/apis/*/routes')] }],
  bring: (own) => [
    {
      actions: ['apigateway:GET', 'apigateway:POST'],
      resources: [own.api('/apis/*/routes')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PATCH'],
      resources: [own.api('/apis/*/routes/*')],
    },
  ],
};
