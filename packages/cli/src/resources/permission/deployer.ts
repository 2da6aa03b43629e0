import type { KindDeployer } from '../deployer.ts';
import type { PermissionModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const permissionDeployer: KindDeployer<PermissionModel> = {
  find: (own) => [{ actions: ['lambda:GetPolicy'], resources: [own.named('lambda', 'function:', 64)] }],
  bring: (own) => [
    {
      actions: ['lambda:AddPermission', 'lambda:GetPolicy', 'lambda:RemovePermission'],
      resources: [own.named('lambda', 'function:', 64)],
    },
  ],
};
