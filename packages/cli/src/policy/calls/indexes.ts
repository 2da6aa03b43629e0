import type { SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Fact, Facts } from '../values/fact.ts';
import { inputAt, inputKeys } from './input.ts';

/** The indexes that a call reads by its `IndexName`; undefined where that may be any. */
export function indexesOf(evaluation: Evaluation, input: Facts): SdkCall['indexes'] {
  const keys = inputKeys(evaluation, input);
  if (keys && !keys.includes('IndexName')) return { names: [], table: true };
  const { known, open } = inputAt(evaluation, input, ['IndexName']);
  const names = known.flatMap((fact) => (fact.is === 'text' ? [fact.text] : []));
  if (!keys || open || names.length < known.length || names.length === 0) return undefined;
  return { names, table: !input.known.every(alwaysNamesOne) };
}

/** An index that is spread into the input may be missing from it. */
function alwaysNamesOne(fact: Fact): boolean {
  return (
    fact.is === 'code' &&
    fact.node.type === 'ObjectExpression' &&
    fact.node.properties.some(
      (property) =>
        property.type === 'Property' &&
        property.key.type === 'Identifier' &&
        property.key.name === 'IndexName',
    )
  );
}

/** The indexes in PartiQL statements, as in `FROM "Orders"."byCustomer"`. */
export function statementIndexes(texts: Facts): SdkCall['indexes'] {
  if (texts.open) return undefined;
  return { names: texts.known.flatMap(indexesIn), table: true };
}

function indexesIn(fact: Fact): readonly string[] {
  const parts =
    fact.is === 'text'
      ? [fact.text.replace(/^[\s\S]*?\bFROM\s+"?[\w.-]+/i, '')]
      : fact.is === 'code' && fact.node.type === 'TemplateLiteral'
        ? fact.node.quasis.slice(1).map(({ value }) => value.cooked ?? '')
        : [];
  return parts.flatMap((part) => /^"?\."?([\w.-]+)/.exec(part)?.[1] ?? []);
}
