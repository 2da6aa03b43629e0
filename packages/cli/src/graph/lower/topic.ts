import type { TopicDeclaration } from '@tankard/framework/manifest';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** A declared topic; its handlers and queues subscribe by themselves. */
export function lowerTopic({ name, place, fifo }: TopicDeclaration, { names }: Lowering): readonly AnyNode[] {
  const model = { physicalName: names.of('topic', name, fifo ? '.fifo' : ''), fifo };
  return [makeNode('topic', name, model, { place })];
}
