/** What made a function run. */
export interface Cause {
  readonly by: CauseKind;
  /** For people: `POST /candidates`, `queue Jobs`. */
  readonly what: string;
  /** The ids of the invocations that led to it, such as the one that sent the message; none where it came from outside. */
  readonly after: readonly string[];
}

export type CauseKind =
  | 'route'
  | 'websocket'
  | 'schedule'
  | 'event'
  | 's3'
  | 'sns'
  | 'sqs'
  | 'dynamodb'
  | 'kinesis'
  /** API Gateway asked whether a request may pass. */
  | 'authorizer'
  /** Lambda's own API: Invoke. */
  | 'lambda'
  /** Somebody asked for it: `tankard local trigger`, a test, the console. */
  | 'request';
