import type { MethodDefinition, Node, ObjectProperty, PropertyDefinition } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { membersNamed } from '../code/member-index.ts';
import type { Callers } from './callers.ts';
import type { Evaluation } from './evaluation.ts';
import type { Fact } from './fact.ts';
import { literalKey } from './literal.ts';

type Member = MethodDefinition | ObjectProperty | PropertyDefinition;

/**
 * Every call of a method, found by its name and by what it is called on. What is called on something unknown
 * may be this method, so that its arguments count too.
 */
export function methodCalls(evaluation: Evaluation, file: CodeFile, member: Member): Callers {
  const name =
    member.key.type === 'PrivateIdentifier' ? `#${member.key.name}` : literalKey(evaluation, file, member);
  const isDecorated = 'decorators' in member && member.decorators.length > 0;
  if (name === undefined || isDecorated) return { calls: [], open: true };
  const owner = ownerOf(file, member);
  const found = membersNamed(evaluation.code, name).filter(({ file: from, node }) => {
    const { known, open } = evaluation.of(from, node.object);
    return open || known.some((fact) => ownerOfFact(fact) === owner);
  });
  const calls = found.map(({ file: from, node }) => {
    const parent = from.parentOf(node);
    return parent?.type === 'CallExpression' && parent.callee === node
      ? { file: from, arguments: parent.arguments }
      : undefined;
  });
  const seen = calls.filter((call) => call !== undefined);
  // A method that nothing calls by name is called by what the object is handed to.
  return { calls: seen, open: seen.length === 0 || seen.length < calls.length };
}

/** The class or object literal that a member stands in. */
function ownerOf(file: CodeFile, member: Node): Node | undefined {
  const parent = file.parentOf(member);
  return parent?.type === 'ClassBody' ? file.parentOf(parent) : parent;
}

function ownerOfFact(fact: Fact): Node | undefined {
  if (fact.is === 'object') return fact.class;
  return fact.is === 'code' ? fact.node : undefined;
}
