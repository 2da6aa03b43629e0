/** What Lambda itself says of an invocation that no runtime has answered, as JSON text. */
export function platformFailure(errorType: string, errorMessage: string): string {
  return JSON.stringify({ errorType, errorMessage });
}

/** The process has ended: `Runtime.ExitError`, without the id of a request. */
export function exitFailure(code: number | null, signal: NodeJS.Signals | null): string {
  const reason = signal ? `signal: ${SIGNALS[signal] ?? signal}` : `exit status ${code}`;
  return platformFailure('Runtime.ExitError', `Error: Runtime exited with error: ${reason}`);
}

export function timeoutFailure(requestId: string, seconds: number): string {
  const message = `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`;
  return platformFailure('Sandbox.Timedout', message);
}

/** Lambda writes the request's id before what it says itself about an exit. */
export function withRequestId(failure: string, requestId: string): string {
  return failure.replace(
    '"errorMessage":"Error: Runtime exited',
    `"errorMessage":"RequestId: ${requestId} Error: Runtime exited`,
  );
}

/** As Go, in which Lambda's own part is written, names them. */
const SIGNALS: Partial<Record<NodeJS.Signals, string>> = {
  SIGABRT: 'aborted',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};
