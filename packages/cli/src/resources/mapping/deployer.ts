import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { MappingModel } from './model.ts';

/** Ids are Lambda's; whose a mapping is, the function behind it tells. */
const mappings = (own: OwnArns) => [own.regional('lambda', 'event-source-mapping:*')];
const ofOwnFunctions = (own: OwnArns) => ({
  ArnLikeIfExists: { 'lambda:FunctionArn': own.named('lambda', 'function:', 64) },
});

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const mappingDeployer: KindDeployer<MappingModel> = {
  find: () => [{ actions: ['lambda:ListEventSourceMappings'], resources: ANY }],
  bring: (own) => [
    { actions: ['lambda:ListEventSourceMappings'], resources: ANY },
    {
      actions: ['lambda:CreateEventSourceMapping'],
      resources: ANY,
      conditions: ofOwnFunctions(own),
    },
    {
      actions: [
        'lambda:DeleteEventSourceMapping',
        'lambda:GetEventSourceMapping',
        'lambda:UpdateEventSourceMapping',
      ],
      resources: mappings(own),
      conditions: ofOwnFunctions(own),
    },
    {
      actions: ['lambda:ListTags', 'lambda:TagResource', 'lambda:UntagResource'],
      resources: mappings(own),
    },
  ],
};
