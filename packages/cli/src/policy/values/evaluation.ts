import type { Manifest } from '@tankard/framework/manifest';
import type { Node } from 'oxc-parser';
import type { Code } from '../code/code.ts';
import type { CodeFile } from '../code/code-file.ts';
import { expressionFacts } from './expression.ts';
import { type Facts, isSameFacts, none } from './fact.ts';
import { fixpoint } from './fixpoint.ts';

/** What code may name of what the app declares: all that an evaluation hangs on beside the code. */
export type Nameable = Pick<Manifest, 'resources' | 'websocket'>;

/** Follows values through the code of one function: what may this expression be? */
export interface Evaluation {
  readonly code: Code;
  readonly manifest: Nameable;
  /** What an expression may be. */
  of(file: CodeFile, node: Node): Facts;
  /** Computes one aspect of a thing once, however often and from wherever it is asked. */
  once(thing: object, aspect: string, compute: () => Facts): Facts;
}

/** Evaluates on demand. */
export function evaluationOf(code: Code, manifest: Nameable): Evaluation {
  const ask = fixpoint<Facts>({
    empty: none,
    isSame: isSameFacts,
    giveUp: ({ known }) => ({ known, open: true }),
  });
  const keys = new Map<object, Map<string, object>>();
  const keyOf = (thing: object, aspect: string): object => {
    const ofThing = keys.get(thing) ?? new Map<string, object>();
    const key = ofThing.get(aspect) ?? {};
    keys.set(thing, ofThing.set(aspect, key));
    return key;
  };
  const evaluation: Evaluation = {
    code,
    manifest,
    once: (thing, aspect, compute) => ask(keyOf(thing, aspect), compute),
    of: (file, node) => ask(node, () => expressionFacts(evaluation, file, node)),
  };
  return evaluation;
}
