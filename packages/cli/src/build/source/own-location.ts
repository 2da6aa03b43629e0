import type { Node } from 'oxc-parser';
import type { Parsed } from './parse.ts';
import { walk } from './walk.ts';

/** A place where a module asks for its own path: `import.meta.url` and its kin, `__dirname`, `__filename`. */
export interface OwnLocation {
  readonly start: number;
  readonly end: number;
  readonly asks: 'url' | 'filename' | 'dirname';
}

const known = new WeakMap<Node, readonly OwnLocation[]>();

/** Finds where a module asks for its own path. A bundle stands elsewhere, so that the answer has to be written in. */
export function ownLocations({ program, source }: Parsed): readonly OwnLocation[] {
  const found = known.get(program) ?? (/import\.meta|__(dir|file)name/.test(source) ? find(program) : []);
  known.set(program, found);
  return found;
}

function find(program: Node): readonly OwnLocation[] {
  const found: OwnLocation[] = [];
  walk(program, (node, ancestors) => {
    const asks = question(node);
    if (asks && !isName(node, ancestors.at(-1))) found.push({ start: node.start, end: node.end, asks });
  });
  return found;
}

function question(node: Node): OwnLocation['asks'] | undefined {
  if (node.type === 'Identifier') {
    return node.name === '__dirname' ? 'dirname' : node.name === '__filename' ? 'filename' : undefined;
  }
  if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'MetaProperty')
    return undefined;
  if (node.property.type !== 'Identifier') return undefined;
  const { name } = node.property;
  return name === 'url' || name === 'filename' || name === 'dirname' ? name : undefined;
}

/** A declaration or a property of this name asks for nothing. */
function isName(node: Node, parent: Node | undefined): boolean {
  if (node.type !== 'Identifier' || !parent) return false;
  if (parent.type === 'VariableDeclarator') return parent.id === node;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  return parent.type === 'Property' && (parent.key === node || parent.shorthand);
}
