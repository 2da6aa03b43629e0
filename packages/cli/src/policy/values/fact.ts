import type { ResourceRef } from '@tankard/framework/manifest';
import type { Class, Function as FunctionNode, Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { UrlRef } from '../usage.ts';

/** One thing that an expression may be, as far as policies care. */
export type Fact =
  /** All that a package exports: `import * as ddb from '@aws-sdk/client-dynamodb'`. */
  | { readonly is: 'package'; readonly package: string }
  /** One export of a package. */
  | { readonly is: 'export'; readonly package: string; readonly name: string }
  /** A member of a package's export, as `DynamoDBDocument.from`. */
  | { readonly is: 'static'; readonly package: string; readonly name: string; readonly member: string }
  /** An instance of a package's class. */
  | { readonly is: 'instance'; readonly package: string; readonly name: string }
  /** A member of such an instance, as `client.putItem`. */
  | { readonly is: 'method'; readonly package: string; readonly name: string; readonly method: string }
  /** All that a file of the project exports. */
  | { readonly is: 'module'; readonly file: CodeFile }
  /** A declared resource, and what is read from one. */
  | { readonly is: 'resource'; readonly resource: ResourceRef }
  /** A client of the app's WebSocket API, and what is done with one: an attribute of the API's address. */
  | { readonly is: 'connection' }
  | { readonly is: 'attribute'; readonly resource: ResourceRef | UrlRef; readonly attribute: string }
  | { readonly is: 'text'; readonly text: string }
  /** Code of the project that can be looked into. */
  | { readonly is: 'code'; readonly file: CodeFile; readonly node: CodeNode }
  /** An instance of a class of the project. */
  | { readonly is: 'object'; readonly file: CodeFile; readonly class: Class }
  /** A list made from one callback, as `items.map((item) => …)`. */
  | { readonly is: 'list'; readonly of: Facts; readonly node: Node }
  /** An object that a library makes of what it is given. */
  | { readonly is: 'parts'; readonly parts: Readonly<Record<string, Facts>> }
  /** A value of which only a type of the project is known. */
  | { readonly is: 'shape'; readonly file: CodeFile; readonly node: Node };

export type CodeNode =
  | Extract<
      Node,
      { type: 'ObjectExpression' | 'ArrayExpression' | 'TemplateLiteral' | 'ArrowFunctionExpression' }
    >
  | FunctionNode
  | Class;

/** What an expression may be; `open` where it may be something else besides. */
export interface Facts {
  readonly known: readonly Fact[];
  readonly open: boolean;
}

/** Nothing that policies care about: a number, `undefined`. */
export const none: Facts = { known: [], open: false };
/** Anything. */
export const unknown: Facts = { known: [], open: true };

export const only = (fact: Fact): Facts => ({ known: [fact], open: false });

/** Asks the same of everything that a value may be. */
export function each(facts: Facts, ask: (fact: Fact) => Facts): Facts {
  const answers = facts.known.map(ask);
  return either(facts.open ? [...answers, unknown] : answers);
}

/** What the code shows, or, where it shows nothing, what a type tells. */
export function orElse(shown: Facts, told: () => Facts): Facts {
  return shown.open && shown.known.length === 0 ? told() : shown;
}

/** Either of several. */
export function either(all: readonly Facts[]): Facts {
  const [first = none, ...more] = all;
  if (more.length === 0) return first;
  const known = new Map(all.flatMap((facts) => facts.known.map((fact) => [keyOf(fact), fact] as const)));
  return { known: [...known.values()], open: all.some(({ open }) => open) };
}

/** Whether two answers say the same. */
export function isSameFacts(a: Facts, b: Facts): boolean {
  if (a.open !== b.open || a.known.length !== b.known.length) return false;
  const keys = new Set(a.known.map(keyOf));
  return b.known.every((fact) => keys.has(keyOf(fact)));
}

const keys = new WeakMap<object, string>();
let lastKey = 0;

/** The same text for the same fact; nodes, files and classes count by their identity. */
export function keyOf(fact: Fact): string {
  const known = keys.get(fact);
  if (known !== undefined) return known;
  const key = makeKey(fact);
  keys.set(fact, key);
  return key;
}

function makeKey(fact: Fact): string {
  switch (fact.is) {
    case 'module':
      return `module ${identityOf(fact.file)}`;
    case 'code':
    case 'shape':
      return `${fact.is} ${identityOf(fact.node)}`;
    case 'object':
      return `object ${identityOf(fact.class)}`;
    case 'parts':
      return `parts ${identityOf(fact.parts)}`;
    case 'list':
      return `list ${identityOf(fact.node)} ${fact.of.open} ${fact.of.known.map(keyOf).sort().join(', ')}`;
    default:
      return JSON.stringify(fact);
  }
}

function identityOf(thing: object): string {
  const known = keys.get(thing);
  if (known !== undefined) return known;
  lastKey += 1;
  keys.set(thing, `#${lastKey}`);
  return `#${lastKey}`;
}
