import { KEPT, type KindTemplate, refText, tagList } from '../template.ts';
import type { SecretModel } from './model.ts';

/** Made empty: its value is the user's to set and never part of a template. */
export const secretTemplate: KindTemplate<SecretModel> = {
  suffix: 'Secret',
  attributes: { arn: refText },
  render: ({ physicalName, description }, context) => ({
    [context.id]: {
      Type: 'AWS::SecretsManager::Secret',
      ...KEPT,
      Properties: { Name: physicalName, Description: description, Tags: tagList(context) },
    },
  }),
};
