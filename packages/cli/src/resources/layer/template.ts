import { type KindTemplate, refText } from '../template.ts';
import type { LayerModel } from './model.ts';

/** SAM's own kind, as with functions, because it holds code to be uploaded. */
export const layerTemplate: KindTemplate<LayerModel> = {
  suffix: 'Layer',
  attributes: { arn: refText },
  render: ({ physicalName, description, zip, architectures }, { id }) => ({
    [id]: {
      Type: 'AWS::Serverless::LayerVersion',
      Properties: {
        LayerName: physicalName,
        Description: description,
        ContentUri: zip,
        CompatibleArchitectures: [...architectures],
        RetentionPolicy: 'Delete',
      },
    },
  }),
};
