import { attributeText, type KindTemplate, refText, tagList } from '../template.ts';
import type { RoleModel } from './model.ts';
import { policyDocument, trustDocument } from './policy-document.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const roleTemplate: KindTemplate<RoleModel> = {
  suffix: 'Role',
  attributes: { arn: attributeText('Arn'), name: refText },
  render: ({ physicalName, path, boundary, trusts, trustCondition, statements }, context) => ({
    [context.id]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: context.value(physicalName),
        Path: path,
        PermissionsBoundary: boundary && context.value(boundary),
        AssumeRolePolicyDocument: trustDocument({ Service: trusts }, 'sts:AssumeRole', {
          Condition: trustCondition && context.value(trustCondition),
        }),
        Policies:
          statements.length > 0
            ? [{ PolicyName: 'inline', PolicyDocument: policyDocument(statements, context.value) }]
            : undefined,
        Tags: tagList(context),
      },
    },
  }),
};
