import type { MadeBy, Schema } from '../schema.ts';
import type { Reply } from './reply.ts';
import type { BodyStream } from './stream/chunk.ts';

/**
 * What a handler may return whose route says what it answers: a plain value that is the body of 200, nothing where there is
 * a 204, and a `reply` of each status. Where it streams, a stream is the body of any of them, and no plain value is.
 */
export type Answered<Answers, Streams extends boolean = false> = OrPromise<
  [Streams] extends [true] ? Streamed<Answers> : Plain<Answers> | Replies<Answers>
>;

/** A web `Response`, told by its shape: its type may not be there. */
interface ResponseLike {
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

type Streamed<Answers> =
  | BodyStream
  | ResponseLike
  | (AnyAnswers extends Answers ? Reply : Replies<Answers> | StreamReplies<Answers>);

type StreamReplies<Answers> = {
  [Status in keyof Answers]: Reply<NumberOf<Status>, BodyStream>;
}[keyof Answers];

/** What a route answers, by status. */
export interface AnswerSchemas {
  readonly [status: number]: Schema;
}

/** Of a route that does not say what it answers: anything. An interface would have no index. */
export type AnyAnswers = { readonly 200: Schema };

type OrPromise<Value> = Value | Promise<Value>;

type Plain<Answers> =
  | (Answers extends { readonly 200: infer Said } ? Sent<MadeBy<Said, unknown>> : never)
  // biome-ignore lint/suspicious/noConfusingVoidType: what a function without a return statement gives
  | (Answers extends { readonly 204: unknown } ? void | undefined : never);

type Replies<Answers> = {
  [Status in keyof Answers]: Reply<NumberOf<Status>, Sent<MadeBy<Answers[Status], unknown>>>;
}[keyof Answers];

/** The compiler may know a key that is written as a number by its text. */
type NumberOf<Key> = Key extends number ? Key : Key extends `${infer Number extends number}` ? Number : never;

/** What is sent may be frozen: only so does the compiler take a literal in a handler for what a schema wants. */
type Sent<Value> = Value extends Frozen
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]: Sent<Value[Key]> }
    : Value;

type Frozen = Date | Uint8Array | ((...args: never[]) => unknown);
