import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { type Facts, only, unknown } from './fact.ts';
import { isClass } from './member.ts';

/** What `this` is: an instance of the class around it, the class itself in what is static, an object literal. */
export function thisFacts(file: CodeFile, node: Node): Facts {
  let at: Node | undefined = file.parentOf(node);
  let isStatic = false;
  while (at) {
    if (at.type === 'MethodDefinition' || at.type === 'PropertyDefinition') isStatic = at.static;
    if (at.type === 'StaticBlock') isStatic = true;
    if (isClass(at)) {
      return only(isStatic ? { is: 'code', file, node: at } : { is: 'object', file, class: at });
    }
    if (at.type === 'FunctionDeclaration') return unknown;
    if (at.type === 'FunctionExpression') {
      const owner: Node | undefined = file.parentOf(at);
      const literal = owner && file.parentOf(owner);
      if (owner?.type === 'Property' && literal?.type === 'ObjectExpression') {
        return only({ is: 'code', file, node: literal });
      }
      if (owner?.type !== 'MethodDefinition') return unknown;
    }
    at = file.parentOf(at);
  }
  return unknown;
}
