import type { Place } from '@tankard/framework/manifest';
import { ref, type Value } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { Node } from '../node.ts';

interface Caller {
  /** `sns.amazonaws.com`. */
  readonly principal: string;
  readonly sourceArn: Value;
  readonly sourceAccount?: Value | undefined;
  readonly place?: Place | undefined;
}

/** Lets one service invoke one function. A function has one source, so its name names the permission. */
export function permissionNode(name: string, caller: Caller): Node<'permission'> {
  const { principal, sourceArn, sourceAccount, place } = caller;
  const model = { function: ref(`function:${name}`, 'arn'), principal, sourceArn, sourceAccount };
  return makeNode('permission', name, model, { place });
}
