const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

/** A level of a log line, from the least to the gravest, as Lambda names them. */
export type LogLevel = (typeof LEVELS)[number];

/** What is logged beside the message. An `Error` is written as its type, message and stack. */
export type LogFields = Error | Readonly<Record<string, unknown>>;

/**
 * Writes one line of JSON a call, in the shape of Lambda's own JSON logs: `timestamp`, `level`, `requestId`, `message`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export class Logger {
  /** Of the invocation that runs. Lambda gives one process one invocation at a time. */
  requestId: string | undefined;

  /** For who looks for a fault; left out unless the level says otherwise. */
  debug(message: string, fields?: LogFields): void {
    write('DEBUG', this.requestId, message, fields);
  }

  /** What happened, in the usual course. */
  info(message: string, fields?: LogFields): void {
    write('INFO', this.requestId, message, fields);
  }

  /** What went on, but should be looked at. */
  warn(message: string, fields?: LogFields): void {
    write('WARN', this.requestId, message, fields);
  }

  /** What failed; takes what was thrown as it is, should it be no `Error` too. */
  error(message: string, fields?: unknown): void {
    write('ERROR', this.requestId, message, fields);
  }
}

function write(level: LogLevel, requestId: string | undefined, message: string, fields: unknown): void {
  const { TANKARD_LOG_LEVEL, AWS_LAMBDA_LOG_LEVEL } = process.env;
  const asked = LEVELS.indexOf((TANKARD_LOG_LEVEL ?? AWS_LAMBDA_LOG_LEVEL)?.toUpperCase() as LogLevel);
  if (LEVELS.indexOf(level) < (asked < 0 ? LEVELS.indexOf('INFO') : asked)) return;
  const head = { timestamp: new Date().toISOString(), level, requestId, message };
  // Not console: Lambda's patched one would put this line, quoted, into the message of a line of its own.
  process.stdout.write(`${text(head, fields)}\n`);
}

function text(head: object, fields: unknown): string {
  try {
    // The head twice: it comes first, and no field takes its place.
    return JSON.stringify({ ...head, ...plain(fields), ...head }, replace);
  } catch (error) {
    return JSON.stringify({ ...head, fieldsLost: (error as Error).message });
  }
}

function plain(fields: unknown): object | undefined {
  if (fields instanceof Error) {
    const { name, message, stack, cause } = fields;
    return { errorType: name, errorMessage: message, stackTrace: stack?.split('\n'), cause };
  }
  return typeof fields === 'object' || fields === undefined ? (fields ?? undefined) : { error: fields };
}

function replace(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Error ? plain(value) : value;
}
