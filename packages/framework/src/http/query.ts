import { decoded } from './headers.ts';
import type { RawHttpEvent } from './raw-event.ts';

type Values = Readonly<Record<string, readonly string[] | undefined>>;

const NONE: Values = /* @__PURE__ */ Object.freeze(/* @__PURE__ */ Object.create(null));

/**
 * Every value of every name of the query. Payload 2.0 joins the values of one name by commas, so there the raw
 * text is the truth; payload 1.0 has a list. A hand-made event may have neither.
 */
export function queryOf(event: RawHttpEvent): Values {
  const text = event.rawQueryString;
  if (text === '') return NONE;
  if (text !== undefined) return valueLists(new URLSearchParams(text));
  const single = Object.entries(event.queryStringParameters ?? {});
  const lists =
    event.multiValueQueryStringParameters ??
    valueLists(single.filter((pair): pair is [string, string] => pair[1] !== undefined));
  return event.requestContext?.elb ? decodedLists(lists) : lists;
}

/** A load balancer hands names and values on as they were called. */
function decodedLists(lists: Values): Values {
  const pairs = Object.entries(lists).flatMap(([name, values = []]) =>
    values.map((value) => [fromForm(name), fromForm(value)] as const),
  );
  return valueLists(pairs);
}

/** Decodes what a query holds, where a plus is a blank. */
function fromForm(text: string): string {
  return decoded(text.replaceAll('+', ' '));
}

/** The last value of each name. */
export function lastValues(values: Values): Readonly<Record<string, string | undefined>> {
  const last: Record<string, string | undefined> = Object.create(null);
  for (const name of Object.keys(values)) last[name] = values[name]?.at(-1);
  return last;
}

/** Every value of each name, in order. The record has no prototype, because its names come from outside. */
export function valueLists(
  pairs: Iterable<readonly [name: string, value: string]>,
): Record<string, string[]> {
  const lists: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const known = lists[name];
    if (known) known.push(value);
    else lists[name] = [value];
  }
  return lists;
}
