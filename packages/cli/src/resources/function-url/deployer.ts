import type { KindDeployer } from '../deployer.ts';
import type { FunctionUrlModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const functionUrlDeployer: KindDeployer<FunctionUrlModel> = {
  find: (own) => [
    { actions: ['lambda:GetFunctionUrlConfig'], resources: [own.named('lambda', 'function:', 64)] },
  ],
  bring: (own) => [
    {
      actions: ['Create', 'Delete', 'Get', 'Update'].map((verb) => `lambda:${verb}FunctionUrlConfig`),
      resources: [own.named('lambda', 'function:', 64)],
    },
  ],
};
