import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';

test('a layer is SAM’s kind, as a function is, because it holds code', () => {
  const model = {
    physicalName: 'shop-dev-sdk',
    description: 'AWS SDK, 0123',
    zip: 'sdk.layer.zip',
    digest: '0123',
    architectures: ['arm64', 'x86_64'],
  } as const;
  expect(rendered('layer', model)).toEqual({
    Thing: {
      Type: 'AWS::Serverless::LayerVersion',
      Properties: {
        LayerName: 'shop-dev-sdk',
        Description: 'AWS SDK, 0123',
        ContentUri: 'sdk.layer.zip',
        CompatibleArchitectures: ['arm64', 'x86_64'],
        RetentionPolicy: 'Delete',
      },
    },
  });
});
