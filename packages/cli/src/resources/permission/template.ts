import type { KindTemplate } from '../template.ts';
import type { PermissionModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export const permissionTemplate: KindTemplate<PermissionModel> = {
  suffix: 'Permission',
  attributes: {},
  render: ({ function: called, principal, sourceArn, sourceAccount }, { id, value }) => ({
    [id]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: value(called),
        Principal: principal,
        SourceArn: value(sourceArn),
        SourceAccount: sourceAccount && value(sourceAccount),
      },
    },
  }),
};
