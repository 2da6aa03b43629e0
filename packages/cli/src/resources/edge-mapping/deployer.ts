import type { KindDeployer } from '../deployer.ts';
import type { EdgeMappingModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const edgeMappingDeployer: KindDeployer<EdgeMappingModel> = {
  find: (own) => [
    {
      actions: ['apigateway:GET'],
      resources: [own.api('/domainnames'), own.api('/domainnames/*/basepathmappings')],
    },
  ],
  bring: (own) => [
    { actions: ['apigateway:POST'], resources: [own.api('/domainnames/*/basepathmappings')] },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PATCH'],
      resources: [own.api('/domainnames/*/basepathmappings/*')],
    },
  ],
};
