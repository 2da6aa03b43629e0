import type { KindDeployer } from '../deployer.ts';
import type { DomainMappingModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const domainMappingDeployer: KindDeployer<DomainMappingModel> = {
  find: (own) => [
    {
      actions: ['apigateway:GET'],
      resources: [own.api('/domainnames'), own.api('/domainnames/*/apimappings')],
    },
  ],
  bring: (own) => [
    {
      actions: ['apigateway:GET', 'apigateway:POST'],
      resources: [own.api('/domainnames/*/apimappings')],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:PATCH'],
      resources: [own.api('/domainnames/*/apimappings/*')],
    },
  ],
};
