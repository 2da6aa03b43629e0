import { attributeText, type KindTemplate, refText } from '../template.ts';
import type { RoleModel } from './model.ts';
import { policyDocument, trustDocument } from './policy-document.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const roleTemplate: KindTemplate<RoleModel> = {
  suffix: 'Role',
  attributes: { arn: attributeText('Arn'), name: refText },
  render: ({ physicalName, trusts, trustCondition, statements }, { id, value }) => ({
    [id]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: value(physicalName),
        AssumeRolePolicyDocument: trustDocument({ Service: trusts }, 'sts:AssumeRole', {
          Condition: trustCondition && value(trustCondition),
        }),
        Policies:
          statements.length > 0
            ? [{ PolicyName: 'inline', PolicyDocument: policyDocument(statements, value) }]
            : undefined,
      },
    },
  }),
};
