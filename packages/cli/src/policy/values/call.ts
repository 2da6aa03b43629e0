import type { CallExpression } from 'oxc-parser';
import { declaringCall } from '../../build/source/calls.ts';
import type { CodeFile } from '../code/code-file.ts';
import { declaredFacts } from './declared.ts';
import type { Evaluation } from './evaluation.ts';
import { importFacts } from './expression.ts';
import { each, type Fact, type Facts, only, unknown } from './fact.ts';
import { isFunction, returnedFacts } from './returned.ts';
import { connection, opensConnection } from './socket.ts';
import { shapeResultFacts } from './type.ts';

/** What a call gives. */
export function callFacts(evaluation: Evaluation, file: CodeFile, node: CallExpression): Facts {
  const declared = declaredFacts(evaluation, file, declaringCall(node));
  if (declared) return declared;
  if (node.callee.type === 'Identifier' && node.callee.name === 'require' && node.arguments[0]) {
    return importFacts(evaluation, file, node.arguments[0]);
  }
  const listed = listFacts(evaluation, file, node);
  if (listed) return listed;
  return each(evaluation.of(file, node.callee), (fact) => resultOf(evaluation, file, fact, node));
}

function resultOf(evaluation: Evaluation, file: CodeFile, fact: Fact, node: CallExpression): Facts {
  switch (fact.is) {
    case 'code':
      return isFunction(fact.node) ? returnedFacts(evaluation, fact.file, fact.node) : unknown;
    case 'shape':
      return shapeResultFacts(evaluation, fact.file, fact.node);
    case 'static':
      // DynamoDBDocument.from(client), and DynamoDBDocumentClient.from(client).
      return fact.member === 'from'
        ? only({ is: 'instance', package: fact.package, name: fact.name })
        : unknown;
    case 'method':
      if (opensConnection(fact)) return connection;
      return passesOn(fact.method) && node.arguments[0] ? evaluation.of(file, node.arguments[0]) : unknown;
    case 'export':
      return passesOn(fact.name) && node.arguments[0] ? evaluation.of(file, node.arguments[0]) : unknown;
    default:
      return unknown;
  }
}

/** Tracers that give a client back as it was: Powertools' and the X-Ray SDK's. */
const passesOn = (name: string): boolean => /^captureAWS(v3)?(Client)?$/.test(name);

/** Methods of lists and promises that the code around an SDK call is likely to use; undefined for everything else. */
function listFacts(
  evaluation: Evaluation,
  file: CodeFile,
  { callee, arguments: [callback] }: CallExpression,
): Facts | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  if (callee.property.type !== 'Identifier') return undefined;
  switch (callee.property.name) {
    case 'map':
    case 'flatMap': {
      const made = callback && evaluation.of(file, callback);
      if (!made || made.known.length === 0) return undefined;
      return only({ is: 'list', node: callee, of: resultsOf(evaluation, made) });
    }
    case 'then':
      return callback ? resultsOf(evaluation, evaluation.of(file, callback)) : unknown;
    case 'catch':
    case 'finally':
      return evaluation.of(file, callee.object);
    case 'filter':
    case 'slice':
    case 'splice':
    case 'toSorted':
    case 'toReversed': {
      const list = evaluation.of(file, callee.object);
      return list.known.some(isList) ? list : undefined;
    }
    default:
      return undefined;
  }
}

/** What callbacks return. */
function resultsOf(evaluation: Evaluation, callbacks: Facts): Facts {
  return each(callbacks, (fact) =>
    fact.is === 'code' ? returnedFacts(evaluation, fact.file, fact.node) : unknown,
  );
}

const isList = (fact: Fact): boolean =>
  fact.is === 'list' || (fact.is === 'code' && fact.node.type === 'ArrayExpression');
