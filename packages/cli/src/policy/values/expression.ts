import type { Node } from 'oxc-parser';
import { packageOf } from '../code/code.ts';
import type { CodeFile } from '../code/code-file.ts';
import { callFacts } from './call.ts';
import type { Evaluation } from './evaluation.ts';
import { type CodeNode, either, type Facts, none, only, orElse, unknown } from './fact.ts';
import { instanceFacts } from './instance.ts';
import { nameFacts } from './name.ts';
import { propertyFacts } from './property.ts';
import { thisFacts } from './this.ts';
import { ofType } from './type.ts';

/** What an expression may be. Everything that is not listed may be anything. */
export function expressionFacts(evaluation: Evaluation, file: CodeFile, node: Node): Facts {
  const of = (inner: Node) => evaluation.of(file, inner);
  switch (node.type) {
    case 'Identifier':
      return nameFacts(evaluation, file, node);
    case 'Literal':
      return typeof node.value === 'string' ? only({ is: 'text', text: node.value }) : none;
    case 'TemplateLiteral':
      return templateFacts(file, node);
    case 'MemberExpression':
      return propertyFacts(evaluation, of(node.object), propertyName(evaluation, file, node));
    case 'ThisExpression':
      return thisFacts(file, node);
    case 'NewExpression':
      return instanceFacts(evaluation, file, node);
    case 'CallExpression':
      return callFacts(evaluation, file, node);
    case 'ImportExpression':
      return importFacts(evaluation, file, node.source);
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassExpression':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return codeFacts(file, node);
    case 'AwaitExpression':
      return of(node.argument);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return of(node.expression);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return orElse(of(node.expression), () => ofType(evaluation, file, node.typeAnnotation));
    case 'ConditionalExpression':
      return either([of(node.consequent), of(node.alternate)]);
    case 'LogicalExpression':
      // What is falsy on the left of && is no client, resource or input.
      if (node.operator === '&&') return of(node.right);
      return either([of(node.left), of(node.right)]);
    case 'AssignmentExpression':
      return /^(\?\?|\|\||&&)?=$/.test(node.operator) ? of(node.right) : unknown;
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last ? of(last) : none;
    }
    case 'BinaryExpression':
      return node.operator === '+' ? unknown : none;
    default:
      return unknown;
  }
}

/** The property that a member expression reads; undefined where it is computed from something unknown. */
export function propertyName(
  evaluation: Evaluation,
  file: CodeFile,
  node: Extract<Node, { type: 'MemberExpression' }>,
): string | undefined {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : undefined;
  if (node.property.type === 'Literal') return String(node.property.value);
  const { known, open } = evaluation.of(file, node.property);
  const [only, ...more] = known;
  return !open && more.length === 0 && only?.is === 'text' ? only.text : undefined;
}

/** `require('x')` and `import('x')` of a text. */
export function importFacts(evaluation: Evaluation, file: CodeFile, source: Node): Facts {
  if (source.type !== 'Literal' || typeof source.value !== 'string') return unknown;
  const target = evaluation.code.resolve(file, source.value);
  if (target) return only({ is: 'module', file: target });
  const name = packageOf(source.value);
  return name === undefined ? unknown : only({ is: 'package', package: name });
}

/** A template without expressions is a text; one with them can still be looked into. */
function templateFacts(file: CodeFile, node: Extract<Node, { type: 'TemplateLiteral' }>): Facts {
  if (node.expressions.length > 0) return codeFacts(file, node);
  return only({ is: 'text', text: node.quasis.map(({ value }) => value.cooked ?? '').join('') });
}

function codeFacts(file: CodeFile, node: CodeNode): Facts {
  return only({ is: 'code', file, node });
}
