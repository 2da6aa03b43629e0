import { ANY, type KindDeployer } from '../deployer.ts';
import { codeBucketGrants } from '../function/deployer.ts';
import type { LayerModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html */
export const layerDeployer: KindDeployer<LayerModel> = {
  find: () => [{ actions: ['lambda:ListLayerVersions', 'lambda:ListLayers'], resources: ANY }],
  bring: (own) => [
    { actions: ['lambda:ListLayerVersions'], resources: ANY },
    { actions: ['lambda:PublishLayerVersion'], resources: [own.named('lambda', 'layer:', 140)] },
    {
      actions: ['lambda:DeleteLayerVersion', 'lambda:GetLayerVersion'],
      resources: [own.named('lambda', 'layer:', 140, ':*')],
    },
    ...codeBucketGrants(own),
  ],
};
