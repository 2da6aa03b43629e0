import type { Manifest } from '@tankard/framework/manifest';
import type { Node } from 'oxc-parser';
import type { Code } from '../code/code.ts';
import type { CodeFile } from '../code/code-file.ts';
import { expressionFacts } from './expression.ts';
import { type Facts, none, unknown } from './fact.ts';

/** Follows values through the code of one function: what may this expression be? */
export interface Evaluation {
  readonly code: Code;
  readonly manifest: Manifest;
  /** What an expression may be. */
  of(file: CodeFile, node: Node): Facts;
  /** Computes one aspect of a thing once, however often and from wherever it is asked. */
  once(thing: object, aspect: string, compute: () => Facts): Facts;
}

/** Deeper than this nothing is followed: code that nests so far is not written by hand. */
const DEPTH = 200;

/** Evaluates on demand; each expression once, and what runs in a circle adds nothing to itself. */
export function evaluationOf(code: Code, manifest: Manifest): Evaluation {
  const done = new Map<object, Facts>();
  const running = new Set<object>();
  let circles = 0;
  const keys = new Map<object, Map<string, object>>();
  const keyOf = (thing: object, aspect: string): object => {
    const ofThing = keys.get(thing) ?? new Map<string, object>();
    const key = ofThing.get(aspect) ?? {};
    keys.set(thing, ofThing.set(aspect, key));
    return key;
  };
  const once = (thing: object, aspect: string, compute: () => Facts): Facts => {
    const key = keyOf(thing, aspect);
    const known = done.get(key);
    if (known) return known;
    if (running.has(key)) {
      circles += 1;
      return none;
    }
    if (running.size > DEPTH) return unknown;
    const before = circles;
    running.add(key);
    const facts = compute();
    running.delete(key);
    // What was cut short by a circle is whole only for the outermost question.
    if (circles === before || running.size === 0) done.set(key, facts);
    return facts;
  };
  const evaluation: Evaluation = {
    code,
    manifest,
    once,
    of: (file, node) => once(node, 'value', () => expressionFacts(evaluation, file, node)),
  };
  return evaluation;
}
