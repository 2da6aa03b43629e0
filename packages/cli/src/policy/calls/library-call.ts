import type { Evaluation } from '../values/evaluation.ts';
import type { Facts } from '../values/fact.ts';
import { inputAt } from './input.ts';
import type { Operation } from './operations.ts';
import { powertoolsCalls } from './powertools-calls.ts';

/** What a function, a class or a method of a library that calls the SDK does. */
export interface LibraryCall {
  operations(options: readonly string[]): readonly Operation[];
  /** The operation's input, as far as the arguments tell it. */
  input(evaluation: Evaluation, args: readonly Facts[]): Facts | undefined;
}

const s3 = (...operations: readonly string[]): readonly Operation[] =>
  operations.map((operation) => ({ client: '@aws-sdk/client-s3', operation }));

const calls: Readonly<Record<string, LibraryCall>> = {
  ...powertoolsCalls,
  // Small bodies go as one PutObject, larger ones as parts, which may be given up; tags are put afterwards.
  '@aws-sdk/lib-storage Upload': {
    operations: (options) =>
      s3('PutObject', 'AbortMultipartUpload', ...(options.includes('tags') ? ['PutObjectTagging'] : [])),
    input: (evaluation, [options]) => options && inputAt(evaluation, options, ['params']),
  },
  '@aws-sdk/s3-presigned-post createPresignedPost': {
    operations: () => s3('PutObject'),
    input: (_evaluation, [, options]) => options,
  },
};

/** What an export of such a library calls, or a method of its class as `SSMProvider.get`; undefined for everything else. */
export function libraryCall(packageName: string, name: string): LibraryCall | undefined {
  return calls[`${packageName} ${name}`];
}

/** Packages that bring the SDK with them, and of which every call is known. */
export function isKnownLibrary(packageName: string): boolean {
  return /^@aws-lambda-powertools\/(idempotency|parameters)$/.test(packageName);
}
