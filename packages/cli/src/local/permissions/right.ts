/** What a request needs to be allowed: one action on one resource. */
export interface Right {
  /** `dynamodb:PutItem`. */
  readonly action: string;
  /** An ARN, or `*` where the action knows none. */
  readonly resource: string;
  /** Values of IAM's condition keys: `ses:FromAddress`. */
  readonly context: Readonly<Record<string, string>>;
}

/** A statement of a function's role that allows something, with nothing left open. */
export interface AllowStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** As IAM has them: operator, key, values. */
  readonly conditions?:
    | Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
    | undefined;
}
