import { ANY, type KindDeployer } from '../deployer.ts';
import type { PolicyModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
export const policyDeployer: KindDeployer<PolicyModel> = {
  find: ({ policy }) => [
    { actions: ['iam:ListPolicies'], resources: ANY },
    { actions: ['iam:GetPolicy'], resources: [policy] },
  ],
  bring: ({ policy, role }) => [
    {
      actions: [
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:GetPolicy',
        'iam:GetPolicyVersion',
        'iam:ListEntitiesForPolicy',
        'iam:ListPolicyVersions',
        'iam:TagPolicy',
        'iam:UntagPolicy',
      ],
      resources: [policy],
    },
    {
      actions: ['iam:AttachRolePolicy'],
      resources: [role],
      conditions: { ArnLikeIfExists: { 'iam:PolicyARN': policy } },
    },
    { actions: ['iam:DetachRolePolicy'], resources: [role] },
  ],
};
