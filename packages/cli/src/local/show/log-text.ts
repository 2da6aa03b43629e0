import type { Style } from '../../report/style.ts';

/** Fields that say where a line comes from and not what it says: Lambda's, and Powertools' logger's. */
const SURROUNDINGS = new Set([
  ...[
    'timestamp',
    'level',
    'message',
    'requestId',
    'errorType',
    'errorMessage',
    'stackTrace',
    'service',
    'cold_start',
  ],
  ...[
    'function_arn',
    'function_name',
    'function_memory_size',
    'function_request_id',
    'sampling_rate',
    'xray_trace_id',
  ],
]);

/** A line that a function wrote, as a person reads it: JSON logs by level, message and what else they say. */
export function logText(line: string, style: Style): string {
  const fields = fieldsOf(line);
  if (!fields) return line.replaceAll('\r', '\n');
  const { level, message } = fields;
  const name = typeof level === 'string' ? level : 'INFO';
  const paint =
    { ERROR: style.bad, FATAL: style.bad, CRITICAL: style.bad, WARN: style.warn }[name] ?? style.faint;
  const rest = Object.fromEntries(Object.entries(fields).filter(([key]) => !SURROUNDINGS.has(key)));
  const error = errorText(fields) ?? errorText(message);
  const said =
    error && typeof message === 'object'
      ? ''
      : typeof message === 'string'
        ? message
        : JSON.stringify(message);
  const more = Object.keys(rest).length > 0 ? style.faint(JSON.stringify(rest)) : '';
  return [[paint(name), said, more].filter(Boolean).join('  '), error].filter(Boolean).join('\n');
}

function fieldsOf(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null && 'message' in parsed ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

function errorText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { errorType, errorMessage, stackTrace } = value as Record<string, unknown>;
  if (Array.isArray(stackTrace) && stackTrace.length > 0) return stackTrace.join('\n');
  return errorType === undefined ? undefined : `${errorType}: ${errorMessage}`;
}
