import type { Reading } from '../tour/reading/reading.ts';

/** A reading in which the same thing is said in the same words, whoever has made it. */
export function normalised(reading: Reading): Reading {
  const things: Record<string, unknown> = {};
  for (const [name, attributes] of Object.entries(reading)) {
    const said = plain(attributes);
    if (!name.startsWith('notification ')) things[name] = said;
    else {
      const { bucket, told } = notificationOf(name, said);
      things[bucket] = plain([...listOf(things[bucket]), ...told]);
    }
  }
  return things;
}

/** Tags by which either knows its own, and the ids of statements, which each makes up. */
const OF_THE_MAKER = /^(aws:cloudformation:.*|lambda:createdBy|tankard:.*|Sid)$/;

/**
 * JSON text as what it says, tags as a record, lists in order, hosts without the engine's port; nothing, empty
 * text and empty lists are all nothing.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return ofText(value);
  if (Array.isArray(value)) {
    const pairs = value.every((one) => isRecord(one) && Object.keys(one).sort().join() === 'Key,Value');
    if (pairs) return plain(Object.fromEntries(value.map(({ Key, Value }) => [Key, Value])));
    const list = value.map(plain).filter((one) => one !== undefined);
    return list.length === 0
      ? undefined
      : list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (!isRecord(value)) return value ?? undefined;
  const entries = Object.entries(value)
    .filter(([key]) => !OF_THE_MAKER.test(key))
    .map(([key, one]) => [key, plain(one)] as const)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function ofText(text: string): unknown {
  if (text === '') return undefined;
  const decoded = text.startsWith('%7B') ? decodeURIComponent(text) : text;
  if (decoded.startsWith('{"')) return plain(JSON.parse(decoded));
  return decoded.replaceAll(/localhost:\d+/g, 'localhost');
}

/** By event: a deploy makes one configuration a handler, a stack one an event, each with ids of their own. */
function notificationOf(name: string, said: unknown) {
  const [, bucket = ''] = name.split(' ');
  const {
    Events = [],
    Id: _,
    ...rest
  } = said as { readonly Events?: readonly string[]; readonly Id?: string };
  return { bucket: `notifications ${bucket}`, told: Events.map((event) => ({ event, ...rest })) };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
