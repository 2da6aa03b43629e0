import type { SecretDeclaration } from '@tankard/framework/manifest';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** A declared secret, without its value. */
export function lowerSecret(declaration: SecretDeclaration, { names }: Lowering): readonly AnyNode[] {
  const { name, place, description } = declaration;
  return [makeNode('secret', name, { physicalName: names.of('secret', name), description }, { place })];
}
