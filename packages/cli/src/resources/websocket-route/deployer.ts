import type { KindDeployer } from '../deployer.ts';
import { httpRouteDeployer } from '../http-route/deployer.ts';
import type { WebsocketRouteModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const websocketRouteDeployer: KindDeployer<WebsocketRouteModel> = {
  find: httpRouteDeployer.find,
  bring: (own) => [
    {
      actions: ['apigateway:GET', 'apigateway:POST'],
      resources: [own.api('/apis/*/routes'), own.api('/apis/*/routes/*/routeresponses')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PATCH'],
      resources: [own.api('/apis/*/routes/*')],
    },
    { actions: ['apigateway:DELETE'], resources: [own.api('/apis/*/routes/*/routeresponses/*')] },
  ],
};
