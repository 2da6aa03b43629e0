import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';

test('a layer is SAM’s kind, as a function is, because it holds code', () => {
  const model = { physicalName: 'shop-dev-sdk', zip: 'sdk.zip', digest: 'd', architecture: 'arm64' } as const;
  expect(rendered('layer', model).Thing).toMatchObject({
    Type: 'AWS::Serverless::LayerVersion',
    Properties: { LayerName: 'shop-dev-sdk', ContentUri: 'sdk.zip', CompatibleArchitectures: ['arm64'] },
  });
});
