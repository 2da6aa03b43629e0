import type { EventTrigger, HandlerDeclaration } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { ruleNodes } from './rule.ts';

/** EventBridge rules by pattern. */
export function lowerEvents(
  handlers: readonly HandlerDeclaration<EventTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  return handlers.flatMap((handler) => {
    const { pattern, bus } = handler.trigger;
    return ruleNodes(handler, { pattern: lowering.placeholders.json(pattern), bus }, lowering);
  });
}
