import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';

test('a secret is made without a value, and kept whatever happens to the stack', () => {
  expect(rendered('secret', { physicalName: 's', description: 'Key of the provider' })).toEqual({
    Thing: {
      Type: 'AWS::SecretsManager::Secret',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { Name: 's', Description: 'Key of the provider' },
    },
  });
});
