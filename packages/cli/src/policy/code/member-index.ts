import type { Node } from 'oxc-parser';
import type { Code } from './code.ts';
import type { CodeFile } from './code-file.ts';

export type MemberExpression = Extract<Node, { type: 'MemberExpression' }>;

/** A property that is read or assigned somewhere. */
export interface Member {
  readonly file: CodeFile;
  readonly node: MemberExpression;
}

/** A property that is assigned: `x.name = …`; without a name where it is computed. */
export interface AssignedMember extends Member {
  readonly name: string | undefined;
  /** The whole assignment, which is what it assigns. */
  readonly assignment: Node;
}

interface MemberIndex {
  readonly named: ReadonlyMap<string, readonly Member[]>;
  readonly assigned: readonly AssignedMember[];
}

const known = new WeakMap<Code, MemberIndex>();

/** Every `x.name` in the code of a function, whatever `x` is; `#name` is asked for with its `#`. */
export function membersNamed(code: Code, name: string): readonly Member[] {
  return indexOf(code).named.get(name) ?? [];
}

/** Every property that is assigned anywhere. */
export function assignedMembers(code: Code): readonly AssignedMember[] {
  return indexOf(code).assigned;
}

function indexOf(code: Code): MemberIndex {
  const index = known.get(code) ?? makeIndex(code);
  known.set(code, index);
  return index;
}

function makeIndex({ files }: Code): MemberIndex {
  const named = new Map<string, Member[]>();
  const assigned: AssignedMember[] = [];
  for (const file of files) {
    for (const node of file.running) {
      if (node.type !== 'MemberExpression') continue;
      const name = nameOf(node);
      const parent = file.parentOf(node);
      if (parent?.type === 'AssignmentExpression' && parent.left === node) {
        assigned.push({ file, node, name, assignment: parent });
      }
      if (name === undefined) continue;
      const members = named.get(name);
      if (members) members.push({ file, node });
      else named.set(name, [{ file, node }]);
    }
  }
  return { named, assigned };
}

function nameOf({ property, computed }: MemberExpression): string | undefined {
  if (property.type === 'PrivateIdentifier') return `#${property.name}`;
  if (computed) return property.type === 'Literal' ? String(property.value) : undefined;
  return property.type === 'Identifier' ? property.name : undefined;
}
