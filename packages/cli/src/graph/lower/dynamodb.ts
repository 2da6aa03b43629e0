import type { DynamoDBTrigger, HandlerDeclaration } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { streamMapping } from './stream-mapping.ts';

/** The mappings of tables' streams. */
export function lowerDynamoDB(
  handlers: readonly HandlerDeclaration<DynamoDBTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  return handlers.flatMap((handler) =>
    streamMapping(handler, lowering.values.streamArn(handler.trigger.table), lowering),
  );
}
