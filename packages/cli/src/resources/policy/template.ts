import { policyDocument } from '../role/policy-document.ts';
import { type KindTemplate, refText } from '../template.ts';
import type { PolicyModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const policyTemplate: KindTemplate<PolicyModel> = {
  suffix: 'Policy',
  attributes: { arn: refText },
  render: ({ physicalName, path, role, statements }, { id, value }) => ({
    [id]: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: value(physicalName),
        Path: path,
        PolicyDocument: policyDocument(statements, value),
        Roles: [value(role)],
      },
    },
  }),
};
