import { layerDescription } from '../../resources/layer/description.ts';
import { ref, type Value } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

const NAME = 'sdk';

/** The layer that holds the AWS SDK, where the app has one. */
export function lowerLayer({ layer, names, manifest, config }: Lowering): readonly AnyNode[] {
  if (!layer) return [];
  const { zip, digest } = layer;
  const model = {
    physicalName: names.of('layer', NAME),
    // The digest in it makes CloudFormation publish another version when the code is another one.
    description: layerDescription(manifest.app, config.stage, digest),
    zip,
    digest,
    // JavaScript runs on both.
    architectures: ['arm64', 'x86_64'] as const,
  };
  return [makeNode('layer', NAME, model)];
}

/** The layers of a function: that of the SDK where its code imports it. */
export function layersOf(name: string, { layer }: Pick<Lowering, 'layer'>): readonly Value[] {
  return layer?.functions.has(name) ? [ref(`layer:${NAME}`, 'arn')] : [];
}
