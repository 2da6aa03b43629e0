import type { JsonObject, Place, Problem, ResourceKind } from '@tankard/framework/manifest';

/** What the page is told, as JSON. The page imports these types and nothing else of the command. */

export interface Shown {
  /** Nothing while the app has never been built. */
  readonly app?: ShownApp | undefined;
  /** What stopped the last build: the app above is older than the source then. */
  readonly problems: readonly Problem[];
}

export interface ShownApp {
  readonly name: string;
  /** Where its routes are served. */
  readonly url: string;
  /** Where AWS's protocols are spoken. */
  readonly endpoint: string;
  readonly routes: readonly ShownRoute[];
  readonly functions: readonly ShownFunction[];
  readonly schedules: readonly ShownSchedule[];
  readonly resources: readonly ShownResource[];
}

export interface ShownRoute {
  readonly method: string;
  readonly path: string;
  readonly function: string;
  readonly handler: string;
  readonly place?: Place | undefined;
  /** JSON Schema of the body. */
  readonly body?: JsonObject | undefined;
}

export interface ShownFunction {
  readonly name: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  readonly handlers: readonly { readonly name: string; readonly place?: Place | undefined }[];
}

export interface ShownSchedule {
  readonly name: string;
  readonly function: string;
  readonly expression: string;
  readonly timezone?: string | undefined;
  /** ISO 8601, the next three times; none where it is never due, or not on this machine. */
  readonly next: readonly string[];
}

export interface ShownResource {
  readonly kind: ResourceKind;
  /** The app's own name for it. */
  readonly name: string;
  /** As AWS's API knows it: a bucket's and a table's name, a queue's, topic's and stream's ARN. */
  readonly address: string;
  readonly place?: Place | undefined;
  /** The queue whose messages go here when they were received too often. */
  readonly deadLettersOf?: string | undefined;
  /** The handler whose records go here when it gives them up. */
  readonly failuresOf?: string | undefined;
  /** Where a queue's messages go when they were received too often. */
  readonly deadLetters?: string | undefined;
}

/** Something new. Several come at once. */
export type ShownNews =
  | { readonly kind: 'invocation'; readonly invocation: ShownInvocation }
  | { readonly kind: 'logged'; readonly id: string }
  | { readonly kind: 'mail'; readonly id: string }
  | { readonly kind: 'app' }
  | { readonly kind: 'clock'; readonly now: string };

/** A run in a list. */
export interface ShownInvocation {
  readonly id: string;
  /** What all runs share that go back to the same event from outside. */
  readonly trace: string;
  readonly attempt: number;
  readonly function: string;
  readonly by: string;
  /** What made it run: `queue Jobs`. */
  readonly what: string;
  /** The ids of the runs that led to it. */
  readonly after: readonly string[];
  /** ISO 8601. */
  readonly began: string;
  readonly state: 'runs' | 'done' | 'failed' | 'partly failed';
  /** Milliseconds. */
  readonly duration?: number | undefined;
  /** Whether a process was started for it. */
  readonly cold: boolean;
}

export interface ShownRun extends ShownInvocation {
  readonly requestId: string;
  /** JSON text. */
  readonly event: string;
  /** JSON text of the result, or of `{ errorType, errorMessage, trace? }`. */
  readonly payload?: string | undefined;
  /** Milliseconds of a cold start. */
  readonly initDuration?: number | undefined;
  readonly log: readonly string[];
}

/** An HTTP request to the app, and what it answered. */
export interface ShownRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** The body is bytes, encoded. */
  readonly isBase64?: boolean | undefined;
}

export interface ShownAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Text, or where it is none nothing. */
  readonly body?: string | undefined;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds. */
  readonly duration: number;
  /** The run that answered. */
  readonly invocation?: string | undefined;
}

export interface ShownItems {
  readonly keys: readonly string[];
  readonly items: readonly Readonly<Record<string, unknown>>[];
  /** Where the next page begins. */
  readonly next?: string | undefined;
}

export interface ShownObjects {
  readonly objects: readonly { readonly key: string; readonly size: number; readonly modified: string }[];
  readonly next?: string | undefined;
}

export interface ShownObject {
  /** Its beginning, where it is text. */
  readonly text?: string | undefined;
  readonly type: string;
}

export interface ShownQueue {
  readonly waiting: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** Nothing where the engine can't be looked into without receiving. */
  readonly messages?: readonly ShownMessage[] | undefined;
}

export interface ShownMessage {
  readonly id: string;
  readonly body: string;
  /** ISO 8601. */
  readonly sent: string;
  readonly receives: number;
  readonly state: 'waiting' | 'in flight' | 'delayed';
  readonly group?: string | undefined;
  /** The runs that sent it. */
  readonly after: readonly string[];
  /** Where it stands for records that a handler gave up. */
  readonly gaveUp?: ShownGaveUp | undefined;
}

/** Something to send to a queue, a topic or a stream. */
export interface ShownSend {
  readonly text: string;
  /** What keeps its order: the group of a FIFO queue or topic, the partition key of a stream. */
  readonly group?: string | undefined;
}

export interface ShownGaveUp {
  /** The last run that got them, where it is remembered. */
  readonly run?: string | undefined;
  readonly records: number;
  readonly tries: number;
  readonly why: 'retries' | 'age';
}

/** What came of running again what had failed. */
export interface ShownRedrive {
  readonly moved: number;
  /** What failed again, and stays. */
  readonly failed: number;
}

export interface ShownTopic {
  readonly subscriptions: readonly { readonly protocol: string; readonly endpoint: string }[];
}

export interface ShownStream {
  readonly shards: number;
  /** The latest first. */
  readonly records: readonly {
    readonly shard: string;
    readonly partitionKey: string;
    readonly sequenceNumber: string;
    readonly arrived: string;
    readonly data: string;
  }[];
}

/** How much is in each resource and how often each function ran, by the ids of the map's boxes. */
export type ShownCounts = Readonly<
  Record<string, { readonly text: string; readonly bad?: boolean | undefined }>
>;
