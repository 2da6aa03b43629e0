import { eventPattern } from './event-pattern.ts';

/** Tells whether a record fits one filter of an event source mapping at least. Without filters each does. */
export type RecordMatcher<Source> = (record: Source) => boolean;

type Patterns = readonly object[];

/**
 * Filters of a queue's mapping. A filter that reads the body as JSON fits no plain text, and one for plain text no JSON.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
export function queueFilter(patterns: Patterns): RecordMatcher<{ readonly body: string }> {
  return anyOf(patterns, (pattern, matches) => {
    if (!('body' in pattern)) return matches;
    const wantsText = Array.isArray(pattern.body);
    return (record) => {
      const body = jsonOf(record.body);
      return wantsText === (body === undefined) && matches({ ...record, body: body ?? record.body });
    };
  });
}

/**
 * Filters of a Kinesis stream's mapping; `data` is base64. A record whose data is no JSON fits no filter that reads it.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis-filtering.html
 */
export function streamFilter(
  patterns: Patterns,
): RecordMatcher<{ readonly kinesis: { readonly data: string } }> {
  return anyOf(patterns, (pattern, matches) => (record) => {
    // The fields below `kinesis` stand beside the others here.
    const flat = { ...record, ...record.kinesis };
    if (!('data' in pattern)) return matches(flat);
    const data = jsonOf(Buffer.from(record.kinesis.data, 'base64').toString());
    return data !== undefined && matches({ ...flat, data });
  });
}

/**
 * Filters of a table's stream: the record as it is, its numbers being text.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html
 */
export function tableFilter(patterns: Patterns): RecordMatcher<object> {
  return anyOf(patterns, (_, matches) => matches);
}

function anyOf<Source extends object>(
  patterns: Patterns,
  matcherOf: (pattern: object, matches: (record: object) => boolean) => (record: Source) => boolean,
): RecordMatcher<Source> {
  const matchers = patterns.map((pattern) => matcherOf(pattern, eventPattern(pattern)));
  return (record) => matchers.length === 0 || matchers.some((matches) => matches(record));
}

/** What a text holds as JSON; a bare number or word counts as plain text. */
function jsonOf(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
