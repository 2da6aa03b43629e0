import type { Fact, Facts } from '../values/fact.ts';

/** The verbs of PartiQL statements; undefined where one of them is not seen. */
export function statementVerbs(texts: Facts): readonly string[] | undefined {
  if (texts.open || texts.known.length === 0) return undefined;
  const verbs = texts.known.map(verbOf);
  return verbs.includes(undefined) ? undefined : [...new Set(verbs.flatMap((verb) => verb ?? []))];
}

function verbOf(fact: Fact): string | undefined {
  const text = beginning(fact);
  return /^\s*(SELECT|INSERT|UPDATE|DELETE)\b/i.exec(text)?.[1]?.toUpperCase();
}

function beginning(fact: Fact): string {
  if (fact.is === 'text') return fact.text;
  const isTemplate = fact.is === 'code' && fact.node.type === 'TemplateLiteral';
  return isTemplate ? (fact.node.quasis[0]?.value.cooked ?? '') : '';
}
