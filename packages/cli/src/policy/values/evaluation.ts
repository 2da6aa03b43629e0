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
}

/** Deeper than this nothing is followed: code that nests so far is not written by hand. */
const DEPTH = 200;

/** Evaluates on demand; each expression once, and what runs in a circle adds nothing to itself. */
export function evaluationOf(code: Code, manifest: Manifest): Evaluation {
  const done = new Map<Node, Facts>();
  const running = new Set<Node>();
  let circles = 0;
  const evaluation: Evaluation = {
    code,
    manifest,
    of(file, node) {
      const known = done.get(node);
      if (known) return known;
      if (running.has(node)) {
        circles += 1;
        return none;
      }
      if (running.size > DEPTH) return unknown;
      const before = circles;
      running.add(node);
      const facts = expressionFacts(evaluation, file, node);
      running.delete(node);
      // What was cut short by a circle is whole only for the outermost question.
      if (circles === before || running.size === 0) done.set(node, facts);
      return facts;
    },
  };
  return evaluation;
}
