import type { Node } from 'oxc-parser';
import type { Code } from './code.ts';
import type { CodeFile } from './code-file.ts';

export type MemberExpression = Extract<Node, { type: 'MemberExpression' }>;

/** A property that is read or assigned somewhere. */
export interface Member {
  readonly file: CodeFile;
  readonly node: MemberExpression;
}

const known = new WeakMap<Code, ReadonlyMap<string, readonly Member[]>>();
/** What `x[key]` stands under: no property is called so. */
const computedName = '';

/** Every `x.name` in the code of a function, whatever `x` is; `#name` is asked for with its `#`. */
export function membersNamed(code: Code, name: string): readonly Member[] {
  const index = known.get(code) ?? indexOf(code);
  known.set(code, index);
  return index.get(name) ?? [];
}

/** Every property that is assigned anywhere, with its name; without one where it is computed. */
export function assignedMembers(code: Code): readonly (Member & { readonly name: string | undefined })[] {
  const index = known.get(code) ?? indexOf(code);
  known.set(code, index);
  return [...index].flatMap(([name, members]) =>
    members
      .filter((member) => assignedTo(member) !== undefined)
      .map((member) => ({ ...member, name: name === computedName ? undefined : name })),
  );
}

/** What an assignment gives to the property that it assigns; undefined where it is only read. */
export function assignedTo({ file, node }: Member): Node | undefined {
  const parent = file.parentOf(node);
  return parent?.type === 'AssignmentExpression' && parent.left === node ? parent.right : undefined;
}

function indexOf(code: Code): ReadonlyMap<string, readonly Member[]> {
  const index = new Map<string, Member[]>();
  for (const file of code.files) {
    for (const node of file.running) {
      if (node.type !== 'MemberExpression') continue;
      const name = nameOf(node);
      const members = index.get(name);
      if (members) members.push({ file, node });
      else index.set(name, [{ file, node }]);
    }
  }
  return index;
}

function nameOf({ property, computed }: MemberExpression): string {
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (computed) return property.type === 'Literal' ? String(property.value) : computedName;
  return property.type === 'Identifier' ? property.name : computedName;
}
