import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { NotSeen, SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { type Fact, none } from '../values/fact.ts';
import { describeCall } from './describe-call.ts';
import { inputKeys } from './input.ts';
import { libraryCall } from './library-call.ts';
import { notSeenAt } from './not-seen.ts';
import { commandOperation, functionOperation, methodOperation, type Operation } from './operations.ts';
import { valueUses } from './value-uses.ts';

/** Every SDK call that the code of one function makes, and what could not be decided. */
export interface SdkCalls {
  readonly calls: readonly SdkCall[];
  readonly notSeen: readonly NotSeen[];
}

/** Reads every expression that may run. */
export function sdkCalls(evaluation: Evaluation): SdkCalls {
  const calls: SdkCall[] = [];
  const notSeen: NotSeen[] = [];
  for (const file of evaluation.code.files) {
    for (const node of file.running) {
      if (node.type === 'NewExpression' || node.type === 'CallExpression')
        calls.push(...callsAt(evaluation, file, node));
      const missing = notSeenAt(evaluation, file, node);
      if (missing) notSeen.push(missing);
    }
  }
  return { calls: [...calls, ...valueUses(evaluation)], notSeen };
}

type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>;

function callsAt(evaluation: Evaluation, file: CodeFile, node: Call): readonly SdkCall[] {
  const args = () => node.arguments.map((argument) => evaluation.of(file, argument));
  return evaluation.of(file, node.callee).known.flatMap((fact) => {
    const called = calledBy(node, fact);
    if (called) return describeCall(evaluation, file, node, called.operation, args()[called.input]);
    const library = fact.is === 'export' ? libraryCall(fact.package, fact.name) : undefined;
    if (!library) return [];
    const [options = none] = args();
    const input = library.input(evaluation, args());
    return library
      .operations(inputKeys(evaluation, options) ?? [])
      .flatMap((operation) => describeCall(evaluation, file, node, operation, input));
  });
}

/** The operation that a call or `new` stands for, and which argument is its input. */
function calledBy(
  node: Call,
  fact: Fact,
): { readonly operation: Operation; readonly input: number } | undefined {
  if (node.type === 'NewExpression') {
    const operation = fact.is === 'export' ? commandOperation(fact.package, fact.name) : undefined;
    return operation && { operation, input: 0 };
  }
  if (fact.is === 'export') {
    const operation = functionOperation(fact.package, fact.name);
    return operation && { operation, input: 1 };
  }
  const operation = fact.is === 'method' ? methodOperation(fact.package, fact.name, fact.method) : undefined;
  return operation && { operation, input: 0 };
}
