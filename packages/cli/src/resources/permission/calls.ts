import type { PermissionModel } from './model.ts';

/** What a permission is for, as a call and a template say it. */
export function calls({ url }: Pick<PermissionModel, 'url'>) {
  if (url === 'call') return { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' } as const;
  return {
    Action: 'lambda:InvokeFunction',
    ...(url === 'invoke' && { InvokedViaFunctionUrl: true }),
  };
}
