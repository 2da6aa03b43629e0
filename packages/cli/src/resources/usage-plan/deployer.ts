import type { KindDeployer } from '../deployer.ts';
import type { UsagePlanModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html */
export const usagePlanDeployer: KindDeployer<UsagePlanModel> = {
  find: (own) => [{ actions: ['apigateway:GET'], resources: [own.api('/usageplans')] }],
  bring: (own) => [
    { actions: ['apigateway:GET', 'apigateway:POST'], resources: [own.api('/usageplans')] },
    { actions: ['apigateway:DELETE', 'apigateway:PATCH'], resources: [own.api('/usageplans/*')] },
    { actions: ['apigateway:GET', 'apigateway:POST'], resources: [own.api('/usageplans/*/keys')] },
    { actions: ['apigateway:DELETE'], resources: [own.api('/usageplans/*/keys/*')] },
    {
      actions: ['apigateway:DELETE', 'apigateway:GET', 'apigateway:PUT'],
      resources: [own.api('/tags/*')],
    },
  ],
};
