/** What Lambda says of a call at the end of its log. */
export interface CallReport {
  /** Milliseconds. */
  readonly duration: number;
  /** Milliseconds; only where the call started the function. */
  readonly initDuration?: number | undefined;
  /** MB. */
  readonly memory?: number | undefined;
  /** MB. */
  readonly memoryUsed?: number | undefined;
}

/**
 * Finds the report in the log of a call, in either of Lambda's formats; nothing where it has none.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html#platform-report
 */
export function callReport(log: string): CallReport | undefined {
  const lines = log.split('\n').reverse();
  const text = lines.find((line) => line.startsWith('REPORT RequestId'));
  if (text) return fromText(text);
  const json = lines.find((line) => line.includes('"platform.report"'));
  return json === undefined ? undefined : fromJson(json);
}

function fromText(line: string): CallReport {
  const value = (name: string) => {
    const [, number] = new RegExp(`(?:^|\\t)${name}: ([\\d.]+)`).exec(line) ?? [];
    return number === undefined ? undefined : Number(number);
  };
  return {
    duration: value('Duration') ?? 0,
    initDuration: value('Init Duration'),
    memory: value('Memory Size'),
    memoryUsed: value('Max Memory Used'),
  };
}

function fromJson(line: string): CallReport | undefined {
  try {
    const { metrics } = JSON.parse(line).record;
    return {
      duration: metrics.durationMs,
      initDuration: metrics.initDurationMs,
      memory: metrics.memorySizeMB,
      memoryUsed: metrics.maxMemoryUsedMB,
    };
  } catch {
    // The tail of 4 KB may begin within the line.
    return undefined;
  }
}
