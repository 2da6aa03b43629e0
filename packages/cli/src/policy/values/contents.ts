import type { Evaluation } from './evaluation.ts';
import { type Fact, type Facts, keyOf, only } from './fact.ts';
import { elementFacts, propertyFacts } from './property.ts';

/** Objects in objects are looked into so far: deeper ones are data and not clients or resources. */
const DEPTH = 3;

/** A value with everything that the objects and lists hold which it is: what goes along where it is handed on. */
export function contentsOf(evaluation: Evaluation, facts: Facts): readonly Fact[] {
  const found = new Map(facts.known.map((fact) => [keyOf(fact), fact]));
  let newest: readonly Fact[] = facts.known;
  for (let depth = 0; depth < DEPTH && newest.length > 0; depth++) {
    const inner = newest.flatMap((fact) => inside(evaluation, fact));
    newest = inner.filter((fact) => !found.has(keyOf(fact)));
    for (const fact of newest) found.set(keyOf(fact), fact);
  }
  return [...found.values()];
}

function inside(evaluation: Evaluation, fact: Fact): readonly Fact[] {
  if (fact.is === 'list') return fact.of.known;
  if (fact.is !== 'code') return [];
  if (fact.node.type === 'ArrayExpression') return elementFacts(evaluation, only(fact)).known;
  return fact.node.type === 'ObjectExpression' ? propertyFacts(evaluation, only(fact), undefined).known : [];
}

/** Whether a value is an object or a list that the code writes out, so that it can be looked into. */
export function isContainer(fact: Fact): boolean {
  if (fact.is === 'list') return true;
  return (
    fact.is === 'code' && (fact.node.type === 'ArrayExpression' || fact.node.type === 'ObjectExpression')
  );
}
