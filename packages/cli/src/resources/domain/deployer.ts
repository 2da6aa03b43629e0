import type { KindDeployer } from '../deployer.ts';
import type { DomainModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html */
export const domainDeployer: KindDeployer<DomainModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/domainnames')] }],
  bring: (own, { domainName }) => [
    { actions: ['apigateway:GET', 'apigateway:POST'], resources: [own.api('/domainnames')] },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PATCH'],
      resources: [own.api(`/domainnames/${domainName}`)],
    },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
