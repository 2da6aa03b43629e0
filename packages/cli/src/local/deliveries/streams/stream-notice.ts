/** What is told of a mapping. */
export type StreamNotice =
  | { readonly kind: 'retrying'; readonly function: string; readonly seconds: number }
  /** There is no such stream yet. */
  | { readonly kind: 'stream-missing'; readonly function: string; readonly what: string }
  | {
      readonly kind: 'stream-broken';
      readonly function: string;
      readonly what: string;
      readonly error: string;
    }
  /** Records that failed for the last time, or were too old. */
  | {
      readonly kind: 'gave-up';
      readonly function: string;
      /** How many. */
      readonly records: number;
      readonly condition: string;
      /** ARN of the queue or topic that was told. */
      readonly to?: string | undefined;
      /** Why that could not be told. */
      readonly refused?: string | undefined;
    };
