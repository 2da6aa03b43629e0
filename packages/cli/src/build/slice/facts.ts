import type { CallExpression, Node, ObjectExpression, Program } from 'oxc-parser';
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

/** The value of an option `authorizer`, and the call that it is for. */
export interface NamedAuthorizer {
  readonly start: number;
  readonly end: number;
  /** `{ authorizer }`: the value is the name too. */
  readonly isShorthand: boolean;
  /** Where the declaring call begins. */
  readonly call: number;
}

/** What one pass over a file finds. */
export interface Facts {
  readonly candidates: readonly Candidate[];
  /** Every `this`, `super.name` and `x.#name`, which are what code reads of a class from inside of it. */
  readonly inside: readonly Node[];
  /** Object literals that have a name, or that a function returns. */
  readonly literals: readonly { readonly node: ObjectExpression; readonly name: string }[];
  /** By offset of an identifier: the one property that is read from it there. */
  readonly members: ReadonlyMap<number, string>;
  /** What routes of HTTP and of WebSockets name as their authorizers, which matters to API Gateway and not to the function that serves them. */
  readonly authorizers: readonly NamedAuthorizer[];
  /** Files that are imported when code reaches the call, as `import('./x.ts')`. */
  readonly lazyImports: readonly { readonly offset: number; readonly source: string }[];
  /** `typeof x` in types names values that don't exist at run time. */
  readonly typeQueries: readonly { readonly start: number; readonly end: number }[];
}

const known = new WeakMap<Program, Facts>();

/** Everything that slicing needs to know beside the scopes; each tree is read once. */
export function factsOf(program: Program): Facts {
  const facts = known.get(program) ?? readFacts(program);
  known.set(program, facts);
  return facts;
}

function readFacts(program: Program): Facts {
  const candidates: Candidate[] = [];
  const authorizers: NamedAuthorizer[] = [];
  const inside: Node[] = [];
  const literals: { node: ObjectExpression; name: string }[] = [];
  const members = new Map<number, string>();
  const lazyImports: { offset: number; source: string }[] = [];
  const typeQueries: { start: number; end: number }[] = [];
  walk(program, (node, ancestors) => {
    const declaring = declaringCall(node);
    if (declaring) {
      const name = methodName(ancestors) ?? declaredName(node, ancestors);
      candidates.push({ kind: declaring.kind, start: node.start, name, context: contextOf(ancestors) });
      if (declaring.method === 'route' || declaring.method === 'websocket')
        authorizers.push(...authorizersIn(declaring.call));
    } else if (node.type === 'ThisExpression') {
      inside.push(node);
    } else if (node.type === 'MemberExpression') {
      const property = propertyOf(node);
      if (node.property.type === 'PrivateIdentifier' || node.object.type === 'Super') {
        inside.push(node);
      }
      if (node.object.type === 'Identifier' && property !== undefined)
        members.set(node.object.start, property);
    } else if (node.type === 'ObjectExpression') {
      const name = nameOfLiteral(ancestors);
      if (name !== undefined) literals.push({ node, name });
    } else if (node.type === 'TSTypeQuery') {
      typeQueries.push(node);
    } else {
      const source = lazySource(node);
      if (source !== undefined) lazyImports.push({ offset: node.start, source });
    }
  });
  return { candidates, authorizers, inside, literals, members, lazyImports, typeQueries };
}

function authorizersIn({ arguments: given, start: call }: CallExpression): readonly NamedAuthorizer[] {
  const properties = given.flatMap((one) => (one.type === 'ObjectExpression' ? one.properties : []));
  return properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    if (property.key.type !== 'Identifier' || property.key.name !== 'authorizer') return [];
    const { start, end } = property.value;
    return [{ start, end, isShorthand: property.shorthand, call }];
  });
}

/** `./x.ts` of `import('./x.ts')` or `require('./x.ts')`. */
function lazySource(node: Node): string | undefined {
  const isRequire =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
  const source = node.type === 'ImportExpression' ? node.source : isRequire ? node.arguments[0] : undefined;
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

/** The property that a member expression reads; undefined where it is computed. */
export function propertyOf(node: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  return node.property.type === 'Literal' && typeof node.property.value === 'string'
    ? node.property.value
    : undefined;
}

/** The variable that holds a literal, or the function that returns it. */
function nameOfLiteral(ancestors: readonly Node[]): string | undefined {
  const at = ancestors.findLastIndex(
    ({ type }) => !/^(Parenthesized|TSAs|TSSatisfies)Expression$/.test(type),
  );
  const holder = ancestors[at];
  if (holder?.type === 'VariableDeclarator')
    return holder.id.type === 'Identifier' ? holder.id.name : undefined;
  if (holder?.type !== 'ReturnStatement' && holder?.type !== 'ArrowFunctionExpression') return undefined;
  const made = ancestors
    .slice(0, at + 1)
    .findLast(({ type }) => /Function(Declaration|Expression)$/.test(type));
  const outside = made && ancestors[ancestors.indexOf(made) - 1];
  if (made && 'id' in made && made.id?.type === 'Identifier') return made.id.name;
  return outside?.type === 'VariableDeclarator' && outside.id.type === 'Identifier'
    ? outside.id.name
    : undefined;
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
