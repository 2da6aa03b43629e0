import type { ResourceRef } from '@tankard/framework/manifest';
import type { Class, Function as FunctionNode, Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';

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
  | {
      readonly is: 'attribute';
      readonly resource: ResourceRef | { readonly kind: 'url' };
      readonly attribute: string;
    }
  | { readonly is: 'text'; readonly text: string }
  /** Code of the project that can be looked into. */
  | { readonly is: 'code'; readonly file: CodeFile; readonly node: CodeNode }
  /** An instance of a class of the project. */
  | { readonly is: 'object'; readonly file: CodeFile; readonly class: Class }
  /** A list made from one callback, as `items.map((item) => …)`. */
  | { readonly is: 'list'; readonly of: Facts; readonly node: Node }
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
  const known: Fact[] = [];
  for (const fact of all.flatMap((facts) => facts.known)) {
    if (!known.some((other) => isSame(fact, other))) known.push(fact);
  }
  return { known, open: all.some(({ open }) => open) };
}

/** Whether two answers say the same. */
export function isSameFacts(a: Facts, b: Facts): boolean {
  if (a.open !== b.open || a.known.length !== b.known.length) return false;
  return a.known.every((fact) => b.known.some((other) => isSame(fact, other)));
}

function isSame(a: Fact, b: Fact): boolean {
  if (a.is !== b.is) return false;
  if (a.is === 'list' && b.is === 'list') return a.node === b.node && isSameFacts(a.of, b.of);
  const one = Object.values(a);
  return Object.values(b).every((value, index) => value === one[index] || isSameResource(value, one[index]));
}

function isSameResource(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return 'kind' in a && 'kind' in b && !('type' in a) && JSON.stringify(a) === JSON.stringify(b);
}
