const UNREACHABLE: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
]);

/** A call that nobody answered, however often. The SDK does not know it and tries no more. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
  /** `https://lambda.eu-west-1.amazonaws.com`. */
  readonly endpoint: string;

  /** @param last why the last try failed. It does not become the cause: there the SDK would see it, and try again. */
  constructor(endpoint: string, last: Error) {
    // Node says nothing but the code where a name has several addresses.
    super(last.message.replace(/^@smithy\S* - (?:\[ERROR\] )?/, '') || (last as NodeJS.ErrnoException).code);
    this.endpoint = endpoint;
  }
}

/** Whether nobody answered. A connection that breaks off is something else: there was somebody. */
export function isNoAnswer(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error.name === 'TimeoutError' : UNREACHABLE.has(code);
}
