import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { NotSeen, SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { type Fact, none } from '../values/fact.ts';
import { describeCall } from './describe-call.ts';
import { inputKeys } from './input.ts';
import { type LibraryCall, libraryCall } from './library-call.ts';
import { isSend, notSeenAt } from './not-seen.ts';
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
  const seen = [...calls, ...valueUses(evaluation)];
  return { calls: [...seen, ...onlySent(evaluation, seen)], notSeen };
}

/** Commands that the code sends without making them: their type tells the operation, and nothing their input. */
function onlySent(evaluation: Evaluation, seen: readonly SdkCall[]): readonly SdkCall[] {
  return evaluation.code.files.flatMap((file) =>
    file.running.flatMap((node) => {
      if (node.type !== 'CallExpression' || !node.arguments[0]) return [];
      if (!evaluation.of(file, node.callee).known.some(isSend)) return [];
      return evaluation.of(file, node.arguments[0]).known.flatMap((fact) => {
        const sent = fact.is === 'instance' ? commandOperation(fact.package, fact.name) : undefined;
        const isMade = seen.some((call) => call.client === sent?.client && call.operation === sent.operation);
        return sent && !isMade ? describeCall(evaluation, file, node, sent) : [];
      });
    }),
  );
}

type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>;

function callsAt(evaluation: Evaluation, file: CodeFile, node: Call): readonly SdkCall[] {
  const args = () => node.arguments.map((argument) => evaluation.of(file, argument));
  return evaluation.of(file, node.callee).known.flatMap((fact) => {
    const called = calledBy(node, fact);
    if (called) return describeCall(evaluation, file, node, called.operation, args()[called.input]);
    const library = libraryOf(fact);
    if (!library) return [];
    const [options = none] = args();
    const input = library.input(evaluation, args());
    return library
      .operations(inputKeys(evaluation, options) ?? [])
      .flatMap((operation) => describeCall(evaluation, file, node, operation, input));
  });
}

function libraryOf(fact: Fact): LibraryCall | undefined {
  if (fact.is === 'export') return libraryCall(fact.package, fact.name);
  return fact.is === 'method' ? libraryCall(fact.package, `${fact.name}.${fact.method}`) : undefined;
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
