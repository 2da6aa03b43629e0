import { KEPT, type KindTemplate, refText } from '../template.ts';
import type { SecretModel } from './model.ts';

/** Made empty: its value is the user's to set and never part of a template. */
export const secretTemplate: KindTemplate<SecretModel> = {
  suffix: 'Secret',
  attributes: { arn: refText },
  render: ({ physicalName, description }, { id }) => ({
    [id]: {
      Type: 'AWS::SecretsManager::Secret',
      ...KEPT,
      Properties: { Name: physicalName, Description: description },
    },
  }),
};
