import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { type Facts, unknown } from '../values/fact.ts';
import { callParts } from './call-parts.ts';
import { inputKeys } from './input.ts';
import { senderOf } from './mail-sender.ts';
import { namedInputs } from './named-inputs.ts';
import type { Operation } from './operations.ts';

/** One use of an operation, as calls: one for each of its parts. `input` is undefined where none is seen. */
export function describeCall(
  evaluation: Evaluation,
  file: CodeFile,
  node: Node,
  operation: Operation,
  input: Facts = unknown,
): readonly SdkCall[] {
  const inputs = inputKeys(evaluation, input);
  const from = senderOf(evaluation, operation, input);
  const names = namedInputs(evaluation, operation, input);
  return callParts(evaluation, operation, input).map(({ part, resources, indexes }) => ({
    ...operation,
    ...(part === undefined ? {} : { part }),
    place: file.placeOf(node),
    ...(resources ? { resources } : {}),
    ...(inputs ? { inputs } : {}),
    ...(from ? { from } : {}),
    ...(indexes ? { indexes } : {}),
    ...(names ? { names } : {}),
  }));
}
