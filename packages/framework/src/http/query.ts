import type { RawHttpEvent } from './raw-event.ts';

type Values = Readonly<Record<string, readonly string[] | undefined>>;

/**
 * Every value of every name of the query. Payload 2.0 joins the values of one name by commas, so there the raw
 * text is the truth; payload 1.0 has a list. A hand-made event may have neither. The record has no prototype,
 * because its names come from outside.
 */
export function queryOf(event: RawHttpEvent): Values {
  if (event.rawQueryString !== undefined) return parse(event.rawQueryString);
  if (event.multiValueQueryStringParameters) return event.multiValueQueryStringParameters;
  const values: Record<string, readonly string[]> = Object.create(null);
  for (const [name, value] of Object.entries(event.queryStringParameters ?? {})) {
    if (value !== undefined) values[name] = [value];
  }
  return values;
}

/** The last value of each name. */
export function lastValues(values: Values): Readonly<Record<string, string | undefined>> {
  const last: Record<string, string | undefined> = Object.create(null);
  for (const name of Object.keys(values)) last[name] = values[name]?.at(-1);
  return last;
}

function parse(text: string): Values {
  const values: Record<string, string[]> = Object.create(null);
  if (text === '') return values;
  for (const [name, value] of new URLSearchParams(text)) {
    const known = values[name];
    if (known) known.push(value);
    else values[name] = [value];
  }
  return values;
}
