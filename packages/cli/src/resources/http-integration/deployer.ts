import type { KindDeployer } from '../deployer.ts';
import type { HttpIntegrationModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const httpIntegrationDeployer: KindDeployer<HttpIntegrationModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/apis/*/integrations')] }],
  bring: (own) => [
    {
      actions: ['apigateway:GET', 'apigateway:POST'],
      resources: [own.api('/apis/*/integrations')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PATCH'],
      resources: [own.api('/apis/*/integrations/*')],
    },
  ],
};
