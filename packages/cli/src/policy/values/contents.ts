import type { Evaluation } from './evaluation.ts';
import { either, type Facts } from './fact.ts';
import { elementFacts, propertyFacts } from './property.ts';

/** Objects in objects are looked into so far: deeper ones are data and not clients or resources. */
const DEPTH = 3;

/** A value with everything that the object or list holds which it is: what goes along where it is handed on. */
export function contentsOf(evaluation: Evaluation, facts: Facts, depth: number = DEPTH): Facts {
  if (depth === 0) return facts;
  const inside = facts.known.flatMap((fact) => {
    const one: Facts = { known: [fact], open: false };
    if (fact.is === 'list' || (fact.is === 'code' && fact.node.type === 'ArrayExpression')) {
      return [elementFacts(evaluation, one)];
    }
    const isObject = fact.is === 'code' && fact.node.type === 'ObjectExpression';
    return isObject ? [propertyFacts(evaluation, one, undefined)] : [];
  });
  return either([facts, ...inside.map((each) => contentsOf(evaluation, each, depth - 1))]);
}
