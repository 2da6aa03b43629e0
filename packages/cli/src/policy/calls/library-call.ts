import type { Evaluation } from '../values/evaluation.ts';
import type { Facts } from '../values/fact.ts';
import { inputAt } from './input.ts';
import type { Operation } from './operations.ts';

/** What a function or class of one of the SDK's own libraries does. */
export interface LibraryCall {
  operations(options: readonly string[]): readonly Operation[];
  /** Where the operation's input stands among the arguments. */
  input(evaluation: Evaluation, args: readonly Facts[]): Facts | undefined;
}

const s3 = (...operations: readonly string[]): readonly Operation[] =>
  operations.map((operation) => ({ client: '@aws-sdk/client-s3', operation }));

const calls: Readonly<Record<string, LibraryCall>> = {
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

/** What an export of `lib-storage` or `s3-presigned-post` calls; undefined for everything else. */
export function libraryCall(packageName: string, name: string): LibraryCall | undefined {
  return calls[`${packageName} ${name}`];
}
