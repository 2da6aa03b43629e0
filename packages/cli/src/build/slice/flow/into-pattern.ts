import type { Node } from 'oxc-parser';
import type { FileModel } from '../file-model.ts';
import type { Family } from '../owner-model.ts';
import { keyOf } from '../take-class.ts';
import type { Flow } from './flow.ts';
import { intoVariable } from './variables.ts';

/** An object is bound by a variable, a parameter, or a pattern that takes it apart. */
export function intoPattern(flow: Flow, file: FileModel, pattern: Node, family: Family): void {
  switch (pattern.type) {
    case 'Identifier':
      intoVariable(flow, file, pattern, family);
      break;
    case 'AssignmentPattern':
      intoPattern(flow, file, pattern.left, family);
      break;
    case 'TSParameterProperty':
      intoPattern(flow, file, pattern.parameter, family);
      break;
    case 'ObjectPattern':
      takenApart(flow, file, pattern, family);
      break;
    default:
      flow.lose(family, 'it is stored where it cannot be followed');
  }
}

function takenApart(
  flow: Flow,
  file: FileModel,
  pattern: Extract<Node, { type: 'ObjectPattern' }>,
  family: Family,
): void {
  for (const property of pattern.properties) {
    const name = property.type === 'RestElement' || property.computed ? undefined : keyOf(property.key);
    if (name === undefined || property.type === 'RestElement') {
      flow.lose(family, 'its members are taken out of it by names that cannot be seen');
      return;
    }
    flow.read({ file, node: property }, family, name);
    const bound = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    if (bound.type === 'Identifier') {
      for (const node of file.scope.variableAt(bound)?.reads ?? [])
        flow.member(family, name).take({ file, node });
    } else {
      flow.member(family, name).lose('it is taken apart where it cannot be followed');
    }
    flow.member(family, `${name}()`).lose('a method that returns it is handed on');
  }
}
