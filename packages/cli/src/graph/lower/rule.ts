import type { HandlerDeclaration } from '@tankard/framework/manifest';
import { ref, type Value } from '../../resources/value.ts';
import { ownArn } from '../arn.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { permissionNode } from './permission.ts';

type When = { readonly schedule: string } | { readonly pattern: Value; readonly bus?: string | undefined };

/**
 * A rule and the permission for it. The permission comes first, because EventBridge drops an event that
 * it may not deliver and does not try again.
 */
export function ruleNodes(
  { name, place }: HandlerDeclaration,
  when: When,
  { names }: Lowering,
): readonly AnyNode[] {
  const physicalName = names.of('rule', name);
  const bus = 'bus' in when ? when.bus?.replace(/^.*event-bus\//, '') : undefined;
  const path = bus === undefined || bus === 'default' ? physicalName : `${bus}/${physicalName}`;
  const permission = permissionNode(name, {
    principal: 'events.amazonaws.com',
    sourceArn: ownArn('events', 'rule/', path),
    place,
  });
  const model = { physicalName, ...when, function: ref(`function:${name}`, 'arn') };
  return [permission, makeNode('rule', name, model, { place, dependsOn: [permission.id] })];
}
