import type { ResourceKind, ResourceRef } from '@tankard/framework/manifest';
import type { ObjectExpression } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { each, either, type Fact, type Facts, none, only, unknown } from '../values/fact.ts';
import { assignedKeys, literalKey } from '../values/literal.ts';
import { elementFacts, propertyFacts } from '../values/property.ts';

/** The keys of an input; undefined where it may have others than the code shows. */
export function inputKeys(
  evaluation: Evaluation,
  input: Facts,
  inside: ReadonlySet<object> = new Set(),
): readonly string[] | undefined {
  if (input.open) return undefined;
  const keys = new Set<string>();
  for (const fact of input.known) {
    const own = keysOf(evaluation, fact, inside);
    if (!own) return undefined;
    for (const key of own) keys.add(key);
  }
  return [...keys];
}

function keysOf(
  evaluation: Evaluation,
  fact: Fact,
  inside: ReadonlySet<object> = new Set(),
): readonly string[] | undefined {
  if (fact.is === 'parts') return Object.keys(fact.parts);
  if (fact.is !== 'code' || fact.node.type !== 'ObjectExpression') return undefined;
  // `state = { ...state, … }` has the keys that it has without itself.
  if (inside.has(fact.node)) return [];
  const deeper = new Set([...inside, fact.node]);
  const later = assignedKeys(evaluation, fact.node);
  if (!later) return undefined;
  const keys: string[] = [...later];
  for (const property of fact.node.properties) {
    const own =
      property.type === 'SpreadElement'
        ? inputKeys(evaluation, objectsOf(evaluation.of(fact.file, property.argument)), deeper)
        : [literalKey(evaluation, fact.file, property)];
    for (const key of own ?? [undefined]) {
      if (key === undefined) return undefined;
      keys.push(key);
    }
  }
  return keys;
}

/** `...(index && { IndexName: index })` spreads an object or nothing. */
function objectsOf(facts: Facts): Facts {
  return { known: facts.known.filter((fact) => fact.is === 'code'), open: facts.open };
}

/** What stands at a path into an input; `[]` is any element of a list. */
export function inputAt(evaluation: Evaluation, input: Facts, path: readonly string[]): Facts {
  return path.reduce(
    (facts, step) =>
      step === '[]' ? elementFacts(evaluation, facts) : propertyIfThere(evaluation, facts, step),
    input,
  );
}

/** A property that an object literal does not have is nothing, and not something unknown. */
function propertyIfThere(evaluation: Evaluation, facts: Facts, name: string): Facts {
  return each(facts, (fact) => {
    const keys = keysOf(evaluation, fact);
    return keys && !keys.includes(name) ? none : propertyFacts(evaluation, only(fact), name);
  });
}

/** The keys of the objects at a path, as resources: `RequestItems: { [orders.name]: … }`. */
export function resourceKeys(evaluation: Evaluation, facts: Facts): Facts {
  return each(facts, (fact) => {
    if (fact.is !== 'code' || fact.node.type !== 'ObjectExpression') return unknown;
    const { file, node } = fact;
    return evaluation.once(node, 'keys', () => computedKeys(evaluation, file, node));
  });
}

function computedKeys(evaluation: Evaluation, file: CodeFile, { properties }: ObjectExpression): Facts {
  return either(
    properties.map((property) => {
      if (property.type === 'SpreadElement')
        return resourceKeys(evaluation, evaluation.of(file, property.argument));
      return property.computed ? evaluation.of(file, property.key) : none;
    }),
  );
}

/** The declared resources of one kind that a value names; undefined where it may name others, or where nothing is seen. */
export function resourcesIn(
  evaluation: Evaluation,
  facts: Facts,
  kind: ResourceKind,
): readonly ResourceRef[] | undefined {
  if (facts.open || facts.known.length === 0) return undefined;
  const found: ResourceRef[] = [];
  for (const fact of facts.known) {
    const named = namedBy(evaluation, fact, kind);
    if (!named) return undefined;
    found.push(...named);
  }
  return [...new Map(found.map((resource) => [`${resource.kind} ${resource.name}`, resource])).values()];
}

function namedBy(evaluation: Evaluation, fact: Fact, kind: ResourceKind): readonly ResourceRef[] | undefined {
  switch (fact.is) {
    case 'attribute':
      return fact.resource.kind === kind ? [fact.resource as ResourceRef] : [];
    case 'text':
      return [];
    case 'code': {
      // `${bucket.name}/${key}`: what is not known of it may be part of a key, but the bucket is what it begins with.
      if (fact.node.type !== 'TemplateLiteral') return undefined;
      const parts = fact.node.expressions.map((part) => evaluation.of(fact.file, part));
      const named = parts.flatMap((part) => resourcesIn(evaluation, { ...part, open: false }, kind) ?? []);
      return named.length > 0 ? named : undefined;
    }
    default:
      return undefined;
  }
}
