import type { Code } from '../code/code.ts';

const known = new WeakMap<Code, ReadonlySet<string>>();

/** Whether any code of the function assigns a property of this name, as `input.TableName = …`. */
export function isAssigned(code: Code, name: string): boolean {
  const names = known.get(code) ?? assignedNames(code);
  known.set(code, names);
  return names.has(name);
}

function assignedNames(code: Code): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { running } of code.files) {
    for (const node of running) {
      if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue;
      const { object, property } = node.left;
      // Fields of a class are followed by their class.
      if (object.type !== 'ThisExpression' && property.type === 'Identifier') names.add(property.name);
    }
  }
  return names;
}
