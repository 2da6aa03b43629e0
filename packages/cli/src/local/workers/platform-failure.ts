/** What Lambda itself says of an invocation that no runtime has answered, as JSON text. */
export function platformFailure(errorType: string, errorMessage: string): string {
  return JSON.stringify({ errorType, errorMessage });
}

/** The process has ended: `Runtime.ExitError`, without the id of a request. */
export function exitFailure(code: number | null, signal: NodeJS.Signals | null): string {
  const reason = signal ? `signal: ${SIGNALS[signal] ?? signal}` : exitStatus(code);
  return platformFailure('Runtime.ExitError', `Error: Runtime exited with error: ${reason}`);
}

// Node ends with 13 where something waits and nothing is left to happen (https://nodejs.org/api/process.html#exit-codes).
const exitStatus = (code: number | null): string =>
  code === 13
    ? 'exit status 13: the handler waits for a Promise that is never settled'
    : `exit status ${code}`;

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
