import type { KindTemplate } from '../template.ts';
import { calls } from './calls.ts';
import type { PermissionModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export const permissionTemplate: KindTemplate<PermissionModel> = {
  suffix: 'Permission',
  attributes: {},
  render: ({ function: called, principal, sourceArn, sourceAccount, url }, { id, value }) => ({
    [id]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        ...calls({ url }),
        FunctionName: value(called),
        Principal: principal,
        SourceArn: sourceArn && value(sourceArn),
        SourceAccount: sourceAccount && value(sourceAccount),
      },
    },
  }),
};
