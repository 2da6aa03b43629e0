import { ANY, type KindDeployer } from '../deployer.ts';
import type { RoleModel } from './model.ts';

/** Calls by which a role could come to do more than its boundary allows, or to have none. */
const BOUNDED = ['iam:CreateRole', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'];

/**
 * Where the configuration has a boundary, no role is made or changed without it, and none loses it.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const roleDeployer: KindDeployer<RoleModel> = {
  find: ({ role }) => [
    { actions: ['iam:ListRoles'], resources: ANY },
    { actions: ['iam:ListRoleTags'], resources: [role] },
  ],
  bring: ({ role }, { boundary }) => [
    {
      actions: [
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListRolePolicies',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
      ],
      resources: [role],
    },
    boundary === undefined
      ? {
          actions: ['iam:CreateRole', 'iam:DeleteRolePermissionsBoundary', 'iam:PutRolePolicy'],
          resources: [role],
        }
      : {
          actions: BOUNDED,
          resources: [role],
          conditions: { ArnEquals: { 'iam:PermissionsBoundary': boundary } },
        },
  ],
};
