/** How one event ended. */
export interface InvocationResult {
  readonly requestId: string;
  /** JSON text of what the handler returned, or of `{ errorType, errorMessage, trace? }`. */
  readonly payload: string;
  /** Lambda's `FunctionError: Unhandled`. */
  readonly failed: boolean;
  /** Milliseconds, start of the process not counted. */
  readonly duration: number;
  /** Milliseconds; only where the process was started for this event. */
  readonly initDuration?: number | undefined;
}
