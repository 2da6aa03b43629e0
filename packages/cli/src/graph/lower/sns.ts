import type { HandlerDeclaration, SnsTrigger } from '@tankard/framework/manifest';
import { ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';

/** Subscriptions of functions, each after its permission, so that no message is refused in between. */
export function lowerSns(
  handlers: readonly HandlerDeclaration<SnsTrigger>[],
  { placeholders, values }: Lowering,
): readonly AnyNode[] {
  return handlers.flatMap(({ name, place, trigger }) => {
    const topicArn = values.arn(trigger.topic);
    const permission = permissionNode(name, { principal: 'sns.amazonaws.com', sourceArn: topicArn, place });
    const model = {
      topicArn,
      protocol: 'lambda',
      endpoint: ref(`function:${name}`, 'arn'),
      filter: trigger.filter && placeholders.json(trigger.filter),
      filterScope: trigger.filterScope,
    } as const;
    return [permission, makeNode('subscription', name, model, { place, dependsOn: [permission.id] })];
  });
}
