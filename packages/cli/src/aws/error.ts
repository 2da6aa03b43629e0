/** What our clients add to every error that they throw. */
const CALL = Symbol.for('tankard.aws.call');

/** Which call failed. */
export interface FailedCall {
  /** `CreateFunction`. */
  readonly operation: string;
  /** `Lambda`. */
  readonly service: string;
  readonly requestId?: string | undefined;
}

/** Notes on an error which call it came from. */
export function noteCall(error: unknown, call: Omit<FailedCall, 'requestId'>): void {
  if (error instanceof Error) Object.assign(error, { [CALL]: call });
}

/** Which AWS call an error came from; nothing for an error of another origin. */
export function failedCall(error: unknown): FailedCall | undefined {
  if (!(error instanceof Error) || !(CALL in error)) return undefined;
  const call = error[CALL] as Omit<FailedCall, 'requestId'>;
  const metadata = '$metadata' in error ? (error.$metadata as { requestId?: string }) : {};
  return { ...call, requestId: metadata.requestId };
}
