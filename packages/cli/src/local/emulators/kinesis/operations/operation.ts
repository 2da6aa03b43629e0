import type { StreamStore } from '../stream-store.ts';

/** What operations work with, one request at a time. */
export interface KinesisContext {
  readonly store: StreamStore;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Ids of the invocations that the request came from. */
  readonly after: readonly string[];
  /** To be told of a stream that has changed. */
  changed(name: string): void;
}

/** One operation of Kinesis: its input and output as they stand in JSON. */
// biome-ignore lint/suspicious/noExplicitAny: each operation says what it reads of its input
export type Operation = (context: KinesisContext, input: any) => object;

/** Every operation on one stream has one of them. */
export interface OfStream {
  readonly StreamName?: string;
  readonly StreamARN?: string;
}

/** A time as it stands in AWS's JSON: seconds. */
export const seconds = (milliseconds: number): number => milliseconds / 1000;
