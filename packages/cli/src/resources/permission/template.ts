import type { KindTemplate } from '../template.ts';
import type { PermissionModel } from './model.ts';

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
