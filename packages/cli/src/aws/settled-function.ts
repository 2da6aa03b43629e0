import { GetFunctionCommand, type GetFunctionCommandOutput, type LambdaClient } from '@aws-sdk/client-lambda';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { errorName } from './error-name.ts';
import { eventually, type Patience, until } from './eventually.ts';

/** What Lambda says of a function. */
export type FunctionAnswer = GetFunctionCommandOutput;

/**
 * Waits until a function takes calls and changes again.
 * https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html
 *
 * @throws TankardError DEPLOY_NOT_SETTLED, also where Lambda gave up on it.
 */
export async function settledFunction(
  lambda: LambdaClient,
  FunctionName: string,
  patience: Patience,
): Promise<GetFunctionCommandOutput> {
  const answer = await until(
    `That the function '${FunctionName}' is ready`,
    () => lambda.send(new GetFunctionCommand({ FunctionName })),
    ({ Configuration }) =>
      Configuration?.State !== 'Pending' && Configuration?.LastUpdateStatus !== 'InProgress',
    patience,
  );
  const { State, StateReason, LastUpdateStatus, LastUpdateStatusReason } = answer.Configuration ?? {};
  if (State !== 'Failed' && LastUpdateStatus !== 'Failed') return answer;
  throw new TankardError([
    problem('DEPLOY_NOT_SETTLED', {
      message: `Lambda failed to set up '${FunctionName}': ${LastUpdateStatusReason ?? StateReason ?? 'no reason given'}`,
      remedy: 'Mend what it says and run the command again.',
    }),
  ]);
}

/**
 * Lambda does not know a new role at once, nor that it may use the key of the environment, and takes
 * no change while another is under way.
 */
export function whenReady<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  return eventually(call, isPassing, patience);
}

const PASSING = /cannot be assumed|KMS|does not have permission|is not authorized to perform/i;

function isPassing(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  const name = errorName(error);
  if (name === 'ResourceConflictException') return /in progress|Pending state/i.test(text);
  return (
    name === 'CodeArtifactUserPendingException' ||
    (name === 'InvalidParameterValueException' && PASSING.test(text))
  );
}
