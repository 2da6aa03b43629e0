import type { Node, ObjectExpression } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { assignedMembers, type Member } from '../code/member-index.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, unknown } from './fact.ts';
import { elementFacts, propertyFacts } from './property.ts';
import { returnedFacts } from './returned.ts';

/** A property of an object literal; without a name, any of them. A later spread or assignment may replace it. */
export function literalPropertyFacts(
  evaluation: Evaluation,
  file: CodeFile,
  node: ObjectExpression,
  name: string | undefined,
): Facts {
  return evaluation.once(node, `property ${name}`, () => propertyIn(evaluation, file, node, name));
}

function propertyIn(
  evaluation: Evaluation,
  file: CodeFile,
  node: ObjectExpression,
  name: string | undefined,
): Facts {
  const found: Facts[] = [...assignedLater(evaluation, node, name)];
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      found.push(propertyFacts(evaluation, evaluation.of(file, property.argument), name));
      continue;
    }
    const key = literalKey(evaluation, file, property);
    if (key === undefined) found.push(unknown);
    if (key === undefined || (name !== undefined && key !== name)) continue;
    found.push(
      property.kind === 'get'
        ? returnedFacts(evaluation, file, property.value)
        : evaluation.of(file, property.value),
    );
    if (name !== undefined) break;
  }
  return either(found);
}

/** What the code assigns to the object after it is written: `input.TableName = …`, `clients[region] ??= …`. */
function assignedLater(
  evaluation: Evaluation,
  literal: ObjectExpression,
  name: string | undefined,
): readonly Facts[] {
  return assignedMembers(evaluation.code).flatMap((member) => {
    if (name !== undefined && member.name !== undefined && member.name !== name) return [];
    return isAssignedTo(evaluation, member, literal) ? [evaluation.of(member.file, member.assignment)] : [];
  });
}

/** The properties that the code adds to an object after it is written; undefined where some are computed. */
export function assignedKeys(
  evaluation: Evaluation,
  literal: ObjectExpression,
): readonly string[] | undefined {
  const keys: string[] = [];
  for (const member of assignedMembers(evaluation.code)) {
    if (!isAssignedTo(evaluation, member, literal)) continue;
    if (member.name === undefined) return undefined;
    keys.push(member.name);
  }
  return keys;
}

function isAssignedTo(evaluation: Evaluation, { file, node }: Member, literal: ObjectExpression): boolean {
  const { known } = evaluation.of(file, node.object);
  return known.some((fact) => fact.is === 'code' && fact.node === literal);
}

/** The key of a property; undefined where it is computed from something unknown. */
export function literalKey(
  evaluation: Evaluation,
  file: CodeFile,
  property: { readonly key: Node; readonly computed: boolean },
): string | undefined {
  if (property.key.type === 'Literal') return String(property.key.value);
  if (!property.computed) return property.key.type === 'Identifier' ? property.key.name : undefined;
  const { known, open } = evaluation.of(file, property.key);
  const [fact, ...more] = known;
  return !open && more.length === 0 && fact?.is === 'text' ? fact.text : undefined;
}

/** Every element of a list that the code writes out, and of the lists that are spread into it. */
export function spreadElements(
  evaluation: Evaluation,
  file: CodeFile,
  node: Extract<Node, { type: 'ArrayExpression' }>,
): Facts {
  return evaluation.once(node, 'elements', () =>
    either(
      node.elements.map((element) => {
        if (element === null) return none;
        if (element.type !== 'SpreadElement') return evaluation.of(file, element);
        return elementFacts(evaluation, evaluation.of(file, element.argument));
      }),
    ),
  );
}
