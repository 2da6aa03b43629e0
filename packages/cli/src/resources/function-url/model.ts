import type { CorsModel } from '../cors.ts';
import type { Ref } from '../value.ts';

/** The address at which a function itself takes requests, with payload 2.0. */
export interface FunctionUrlModel {
  readonly function: Ref;
  readonly auth: 'NONE' | 'AWS_IAM';
  /** Absent where the function answers for itself. */
  readonly cors?: CorsModel | undefined;
}
