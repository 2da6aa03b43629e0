import type { StreamDeclaration } from '@tankard/framework/manifest';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** A declared Kinesis stream. */
export function lowerStream(
  { name, place, shards }: StreamDeclaration,
  { names }: Lowering,
): readonly AnyNode[] {
  return [makeNode('stream', name, { physicalName: names.of('stream', name), shards }, { place })];
}
