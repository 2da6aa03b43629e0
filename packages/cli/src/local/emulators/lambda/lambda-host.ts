import type { Cause } from '../../invocations/cause.ts';
import type { Invoke } from '../../invocations/invoker.ts';
import type { LambdaApp } from './lambda-app.ts';

/** Whoever runs the functions that Lambda's API tells of. */
export interface LambdaHost {
  /** The functions of the source as it stands; waits for a build that is under way. */
  app(): Promise<LambdaApp>;
  readonly invoke: Invoke;
  /** Takes an event that nobody waits for. */
  take(functionName: string, event: string, cause: Cause): void;
  /** What a run has written. */
  log(requestId: string): readonly string[];
}
