import type { HandlerDeclaration, KinesisTrigger } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { streamMapping } from './stream-mapping.ts';

/** The mappings of Kinesis streams. */
export function lowerKinesis(
  handlers: readonly HandlerDeclaration<KinesisTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  return handlers.flatMap((handler) =>
    streamMapping(handler, lowering.values.arn(handler.trigger.stream), lowering),
  );
}
