import { policyDocument } from '../role/policy-document.ts';
import { type KindTemplate, refText, tagList } from '../template.ts';
import type { PolicyModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const policyTemplate: KindTemplate<PolicyModel> = {
  suffix: 'Policy',
  attributes: { arn: refText },
  render: ({ physicalName, path, role, statements }, context) => ({
    [context.id]: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: context.value(physicalName),
        Path: path,
        PolicyDocument: policyDocument(statements, context.value),
        Roles: [context.value(role)],
        Tags: tagList(context),
      },
    },
  }),
};
