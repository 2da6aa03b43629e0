import type { CorsModel } from '../cors.ts';
import type { Ref } from '../value.ts';

/** The address at which a function itself takes requests, with payload 2.0. */
export interface FunctionUrlModel {
  readonly function: Ref;
  readonly auth: 'NONE' | 'AWS_IAM';
  /** Answers are sent on as the function makes them; absent: each as a whole. */
  readonly stream?: true | undefined;
  /** Absent where the function answers for itself. */
  readonly cors?: CorsModel | undefined;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/config-rs-invoke-furls.html */
export const invokeMode = (stream: true | undefined) => (stream ? 'RESPONSE_STREAM' : 'BUFFERED');
