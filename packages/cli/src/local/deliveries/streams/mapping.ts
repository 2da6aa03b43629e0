import type { CauseKind } from '../../invocations/cause.ts';
import type { RecordMatcher } from '../../patterns/filter-criteria.ts';

/** An event source mapping of a stream: which records go to a function, and how. */
export interface StreamMapping {
  /** Of the handler. */
  readonly name: string;
  /** The function's name in the graph. */
  readonly function: string;
  readonly functionArn: string;
  /** ARN of the function's role, in whose name Kinesis is read. */
  readonly roleArn: string;
  readonly source: Extract<CauseKind, 'dynamodb' | 'kinesis'>;
  /** For people: `table Candidates`. */
  readonly what: string;
  /** What the table or stream is called where it is. */
  readonly stream: string;
  readonly batchSize: number;
  /** Seconds. */
  readonly batchWindow: number;
  readonly filters: readonly object[];
  readonly parallelization: number;
  readonly startingPosition: 'TRIM_HORIZON' | 'LATEST';
  /** -1: for ever. */
  readonly retries: number;
  /** Seconds; -1: none is too old. */
  readonly maxAge: number;
  readonly bisect: boolean;
  /** ARN of the queue or topic that is told of what was given up. */
  readonly onFailure?: string | undefined;
}

export type EventMatcher = RecordMatcher<object>;
