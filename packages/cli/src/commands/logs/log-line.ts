import type { LogEvent } from '../../aws/log-events.ts';

/** One line of a function's log, with what it can be chosen by. */
export interface LogLine {
  readonly function: string;
  /** Epoch milliseconds. */
  readonly time: number;
  /** As the line says it: `INFO`; absent where it says none. */
  readonly level?: string | undefined;
  /** Written by Lambda itself, such as START and REPORT. */
  readonly platform: boolean;
  /** As the function wrote it, without the line break; `tankard logs` shows places in the source. */
  readonly text: string;
}

/** Of least weight first, as Lambda's levels and Powertools' are named. */
export const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
export type Level = (typeof LEVELS)[number];
/** The same list for words that may be no level. */
const WEIGHTS: readonly string[] = LEVELS;

const ALIASES: Readonly<Record<string, Level>> = { WARNING: 'WARN', CRITICAL: 'FATAL', SILENT: 'FATAL' };

/** In the text format Lambda's own lines begin with one of these words. */
const PLATFORM =
  /^(?:START RequestId|END RequestId|REPORT RequestId|INIT_START|INIT_REPORT|RESTORE_START|RESTORE_REPORT|EXTENSION|TELEMETRY|XRAY TraceId)/;

/**
 * Reads a line in Lambda's JSON or text format.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html
 */
export function logLine(functionName: string, { time, message }: LogEvent): LogLine {
  const text = message.trimEnd();
  const fields = jsonFields(text);
  const platform = fields ? String(fields.type ?? '').startsWith('platform.') : PLATFORM.test(text);
  return {
    function: functionName,
    time,
    level: fields ? textOf(fields.level) : levelInText(text),
    platform,
    text,
  };
}

/** Whether a line says a level, and one that weighs at least as much. */
export function isAtLeast(line: LogLine, least: Level): boolean {
  const said = line.level?.toUpperCase() ?? '';
  const level = ALIASES[said] ?? said;
  return WEIGHTS.indexOf(level) >= WEIGHTS.indexOf(least);
}

function jsonFields(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** `2026-01-01T12:00:00.000Z<tab>request id<tab>INFO<tab>text`. */
const levelInText = (text: string) => /^\S+\t\S+\t([A-Z]+)\t/.exec(text)?.[1];
