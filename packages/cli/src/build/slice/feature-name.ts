import type { Expression, Node } from 'oxc-parser';
import { unwrapped } from '../source/calls.ts';
import type { Declared } from './project-model.ts';

/** `users` of `const users = new Feature('users')`, where that is written out; its name finds its handlers in the manifest. */
export function featureNameOf({ file, unit: { node } }: Declared): string | undefined {
  const made = valueIn(node);
  if (made?.type === 'Identifier') {
    const unit = file.unitOf.get(made.name);
    return unit && unit.node !== node ? featureNameOf({ file, unit }) : undefined;
  }
  if (made?.type !== 'NewExpression' || made.callee.type !== 'Identifier') return undefined;
  const binding = file.imports.get(made.callee.name);
  if (binding?.imported !== 'Feature' || binding.source !== '@tankard/framework') return undefined;
  const [name] = made.arguments;
  return name?.type === 'Literal' && typeof name.value === 'string' ? name.value : undefined;
}

/** What a variable is given, or the default export is. */
function valueIn(node: Node): Expression | undefined {
  const value =
    node.type === 'VariableDeclarator'
      ? node.init
      : node.type === 'ExportDefaultDeclaration'
        ? node.declaration
        : null;
  return value ? unwrapped(value as Expression) : undefined;
}
