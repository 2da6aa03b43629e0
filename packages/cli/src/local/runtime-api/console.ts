import { format } from 'node:util';

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
type Level = (typeof LEVELS)[number];

/** What decides how lines look; `process.env` fits. */
export interface LogEnvironment {
  readonly AWS_LAMBDA_LOG_FORMAT?: string | undefined;
  readonly AWS_LAMBDA_LOG_LEVEL?: string | undefined;
}

/**
 * Makes `console` write the lines that Lambda writes: JSON or text, each with the time, the request's id and the level.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 *
 * @param requestId gives the id of the invocation that runs.
 */
export function patchConsole(env: LogEnvironment, requestId: () => string | undefined): void {
  const least = Math.max(0, LEVELS.indexOf((env.AWS_LAMBDA_LOG_LEVEL?.toUpperCase() ?? 'TRACE') as Level));
  const lineOf = env.AWS_LAMBDA_LOG_FORMAT === 'JSON' ? jsonLine : textLine;
  const at =
    (level: Level) =>
    (...values: unknown[]) => {
      if (LEVELS.indexOf(level) < least) return;
      const line = lineOf(new Date().toISOString(), requestId(), level, values);
      process.stdout.write(`${line.replaceAll('\n', '\r')}\n`);
    };
  const log = at('INFO');
  const patched = {
    trace: at('TRACE'),
    debug: at('DEBUG'),
    info: log,
    log,
    warn: at('WARN'),
    error: at('ERROR'),
    fatal: at('FATAL'),
  };
  Object.assign(console, patched);
}

function textLine(
  time: string,
  requestId: string | undefined,
  level: Level,
  values: readonly unknown[],
): string {
  return [time, requestId, level, format(...values)].join('\t');
}

function jsonLine(
  timestamp: string,
  requestId: string | undefined,
  level: Level,
  values: readonly unknown[],
): string {
  const line = { timestamp, level, requestId };
  const [message, ...rest] = values;
  if (rest.length > 0) {
    const error = rest.find((value) => value instanceof Error);
    return JSON.stringify({ ...line, message: format(...values), ...(error && described(error)) });
  }
  try {
    return JSON.stringify({ ...line, message }, (_, value) =>
      value instanceof Error ? { ...described(value), ...value } : value,
    );
  } catch {
    // A cycle or a bigint.
    return JSON.stringify({ ...line, message: format(message) });
  }
}

function described(error: Error): object {
  return {
    errorType: error.constructor.name,
    errorMessage: error.message,
    stackTrace: error.stack?.split('\n') ?? [],
  };
}
