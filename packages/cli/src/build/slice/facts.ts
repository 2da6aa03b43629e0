import type { Node, Program } from 'oxc-parser';
import { declaringCall } from '../source/calls.ts';
import { declaredName } from '../source/declared-name.ts';
import { walk } from '../source/walk.ts';
import type { SiteContext } from './file-model.ts';

/** A call that may register a handler or declare a resource; the manifest tells whether it does. */
export interface Candidate {
  readonly kind: 'handler' | 'resource';
  readonly start: number;
  /** The variable or method that it names. */
  readonly name: string | undefined;
  readonly context: SiteContext;
}

/** What one pass over a file finds. */
export interface Facts {
  readonly candidates: readonly Candidate[];
  /** By offset of `this` or of `x.#name`: the property read, or `*`. */
  readonly thisUses: readonly { readonly offset: number; readonly name: string }[];
  /** By offset of an identifier: the one property that is read from it there. */
  readonly members: ReadonlyMap<number, string>;
  /** Files that are imported when code reaches the call, as `import('./x.ts')`. */
  readonly lazyImports: readonly { readonly offset: number; readonly source: string }[];
  /** `typeof x` in types names values that don't exist at run time. */
  readonly typeQueries: readonly { readonly start: number; readonly end: number }[];
}

/** Reads everything that slicing needs to know beside the scopes. */
export function factsOf(program: Program): Facts {
  const candidates: Candidate[] = [];
  const thisUses: { offset: number; name: string }[] = [];
  const members = new Map<number, string>();
  const lazyImports: { offset: number; source: string }[] = [];
  const typeQueries: { start: number; end: number }[] = [];
  walk(program, (node, ancestors) => {
    const declaring = declaringCall(node);
    if (declaring) {
      const name = methodName(ancestors) ?? declaredName(node, ancestors);
      candidates.push({ kind: declaring.kind, start: node.start, name, context: contextOf(ancestors) });
    } else if (node.type === 'ThisExpression') {
      for (const name of namesReadFrom(node, ancestors.at(-1))) thisUses.push({ offset: node.start, name });
    } else if (node.type === 'MemberExpression') {
      const property = propertyOf(node);
      if (node.property.type === 'PrivateIdentifier') {
        thisUses.push({ offset: node.start, name: `#${node.property.name}` });
      }
      if (node.object.type === 'Identifier' && property !== undefined)
        members.set(node.object.start, property);
    } else if (node.type === 'TSTypeQuery') {
      typeQueries.push(node);
    } else {
      const source = lazySource(node);
      if (source !== undefined) lazyImports.push({ offset: node.start, source });
    }
  });
  return { candidates, thisUses, members, lazyImports, typeQueries };
}

/** `./x.ts` of `import('./x.ts')` or `require('./x.ts')`. */
function lazySource(node: Node): string | undefined {
  const isRequire =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
  const source = node.type === 'ImportExpression' ? node.source : isRequire ? node.arguments[0] : undefined;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

function propertyOf(node: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : undefined;
}

/** `this.a` reads a, `const { a, b } = this` reads both; anything else may read all. */
function namesReadFrom(node: Node, parent: Node | undefined): readonly string[] {
  if (parent?.type === 'MemberExpression' && parent.object === node) return [propertyOf(parent) ?? '*'];
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'ObjectPattern') return ['*'];
  return parent.id.properties.map((property) =>
    property.type === 'Property' && !property.computed && property.key.type === 'Identifier'
      ? property.key.name
      : '*',
  );
}

function methodName(ancestors: readonly Node[]): string | undefined {
  const [owner, decorator] = [ancestors.at(-2), ancestors.at(-1)];
  if (decorator?.type !== 'Decorator' || owner?.type !== 'MethodDefinition') return undefined;
  return owner.key.type === 'Identifier' ? owner.key.name : undefined;
}

function contextOf(ancestors: readonly Node[]): SiteContext {
  let context: SiteContext = 'once';
  for (const node of ancestors.toReversed()) {
    if (node.type === 'Decorator') context = 'decorator';
    else if (repeats(node)) return 'loop';
    else if (branches(node)) return 'condition';
    else if (defers(node)) return 'function';
  }
  return context;
}

function repeats(node: Node): boolean {
  return /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
}

function branches(node: Node): boolean {
  return /^(If|Switch|Try)Statement$|^(Conditional|Logical)Expression$/.test(node.type);
}

function defers(node: Node): boolean {
  return /Function|PropertyDefinition|StaticBlock|AccessorProperty/.test(node.type);
}
