import type { AnyAnswers } from '../http/answers.ts';
import type { Reply } from '../http/reply.ts';
import type { BodyStream } from '../http/stream/chunk.ts';
import type { Issue, MadeBy } from '../schema.ts';
import type { Jsonified } from './jsonified.ts';

/** An answer of one status. */
export interface Answer<Status extends number = number, Body = unknown> {
  readonly status: Status;
  /** Whether the status begins with a 2. */
  readonly ok: Ok<Status>;
  /** JSON as a value, text as text, anything else as bytes; undefined where there is none. */
  readonly body: Body;
  readonly headers: Headers;
}

type Ok<Status extends number> = number extends Status
  ? boolean
  : `${Status}` extends `2${string}`
    ? true
    : false;

/** What Tankard and the gateways say of a failure, as far as they say something; `app.onError` may say something else. */
export interface Failure {
  /** Of an error that the app has thrown, such as `NotFoundError`. */
  readonly Code?: string;
  readonly Message?: string;
  /** What API Gateway says itself. */
  readonly message?: string;
  /** What does not fit, of a request that was refused. */
  readonly issues?: readonly Issue[];
}

/** The answers of a route: those that it says or returns, and failures with the statuses that are left. */
export type Answers<Said, Result> = WithFailures<
  AnyAnswers extends Said ? Returned<Awaited<Result>> : OfEach<Said>
>;

type WithFailures<Known extends Answer> = Known | Failed<Exclude<FailureStatus, Known['status']>>;

type Failed<Status extends number> = [Status] extends [never] ? never : Answer<Status, Failure | undefined>;

type OfEach<Said> = {
  [Status in keyof Said]: Answer<NumberOf<Status>, BodyOf<MadeBy<Said[Status], unknown>>>;
}[keyof Said];

type NumberOf<Key> = Key extends number ? Key : Key extends `${infer Number extends number}` ? Number : never;

type Returned<Result> = unknown extends Result
  ? Answer
  : Result extends Reply<infer Status, infer Body>
    ? Answer<Status, BodyOf<Body>>
    : Result extends void
      ? Answer<204, undefined>
      : Result extends Response
        ? Answer
        : Answer<200, BodyOf<Result>>;

/** What is made of a stream hangs on the type that the handler says. */
type BodyOf<Sent> = Sent extends Uint8Array | ArrayBuffer
  ? Uint8Array
  : Sent extends BodyStream
    ? unknown
    : Jsonified<Sent>;

/** Answers whose bodies are read as they come, where it is well. */
export type Streaming<Each> =
  Each extends Answer<infer Status, infer Body>
    ? Each['ok'] extends true
      ? [Body] extends [undefined]
        ? Each
        : Answer<Status, ReadableStream<Uint8Array>>
      : Each
    : never;

/**
 * The statuses of failures that are registered.
 * @see https://www.iana.org/assignments/http-status-codes
 */
type FailureStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451
  | 500
  | 501
  | 502
  | 503
  | 504
  | 505
  | 506
  | 507
  | 508
  | 510
  | 511;
