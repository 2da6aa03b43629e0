/** How a runtime reports what went wrong: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html#runtimes-api-invokeerror */
export interface RuntimeFailure {
  /** `TypeError`, `Runtime.ImportModuleError`. */
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** An error of the runtime itself, known by its name. */
export class RuntimeError extends Error {
  constructor(name: `Runtime.${string}`, message: string) {
    super(message);
    this.name = name;
  }
}

/** Whatever was thrown, as AWS's runtime client 4 reports it. */
export function failureOf(thrown: unknown): RuntimeFailure {
  if (!(thrown instanceof Error))
    return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return {
    errorType: thrown.name,
    errorMessage: thrown.message,
    trace: typeof thrown.stack === 'string' ? thrown.stack.split('\n') : [],
  };
}
