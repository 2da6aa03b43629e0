import type { Attributes, WrittenItem } from './written-items.ts';

/** Writes of a table that wait for their records, with the items: the oldest go first. */
const MOST_PENDING = 1_000;
/** Records whose writers are known. */
const MOST_KNOWN = 10_000;

/** What is known of a write when its record is read. */
export interface Writer {
  /** The invocation that wrote it; nothing where it came from outside. */
  readonly invocation: string | undefined;
  /** By the session's clock, epoch milliseconds. */
  readonly time: number;
}

/** One record of a table's stream, as far as it tells its write. */
export interface WrittenRecord {
  readonly sequenceNumber: string;
  readonly keys: Attributes;
}

/**
 * Tells who wrote what a table's stream shows: a record has the key and nothing else in common with the request. Writes of one key
 * are recorded in their order.
 */
export interface WriteLog {
  /** Somebody reads the records of a table: its writes are noted from now on. */
  follow(table: string): void;
  /**
   * Notes a write before it is made: its record may be read before its answer.
   *
   * @returns to be called when it has been answered, with whether it was made.
   */
  begin(items: readonly WrittenItem[], writer: Writer): (made: boolean) => void;
  /** Who wrote a record; asked in the stream's order, and answered alike when it is asked again. */
  writerOf(table: string, record: WrittenRecord): Writer | undefined;
  /** A point in time, for `forget`. */
  mark(): number;
  /** All records of a table that were there at the mark have been read: writes without one made none. */
  forget(table: string, mark: number): void;
}

interface Pending {
  readonly item: Attributes;
  readonly writer: Writer;
  /** When it was answered, counted in answers. */
  answered?: number;
}

export function createWriteLog(): WriteLog {
  const pending = new Map<string, Pending[]>();
  const known = new Map<string, Writer>();
  let answers = 0;

  return {
    follow(table) {
      if (!pending.has(table)) pending.set(table, []);
    },
    begin(items, writer) {
      const noted = items.flatMap(({ table, item }) => {
        const list = pending.get(table);
        if (!list) return [];
        const one: Pending = { item, writer };
        list.push(one);
        if (list.length > MOST_PENDING) list.shift();
        return [{ table, one }];
      });
      return (made) => {
        answers += 1;
        for (const { table, one } of noted) {
          if (made) one.answered = answers;
          else remove(pending.get(table), one);
        }
      };
    },
    writerOf(table, { sequenceNumber, keys }) {
      const id = `${table} ${sequenceNumber}`;
      const before = known.get(id);
      if (before) return before;
      const list = pending.get(table) ?? [];
      const found = list.find(({ item }) => isOf(item, keys));
      if (!found) return undefined;
      remove(list, found);
      known.set(id, found.writer);
      for (const oldest of known.keys()) {
        if (known.size <= MOST_KNOWN) break;
        known.delete(oldest);
      }
      return found.writer;
    },
    mark: () => answers,
    forget(table, mark) {
      const left = pending.get(table)?.filter(({ answered }) => answered === undefined || answered > mark);
      if (left) pending.set(table, left);
    },
  };
}

function remove(list: Pending[] | undefined, one: Pending): void {
  const index = list?.indexOf(one) ?? -1;
  if (index >= 0) list?.splice(index, 1);
}

/** Whether a written item has this key; one that nobody knows could have any. */
function isOf(item: Attributes, keys: Attributes): boolean {
  if (Object.keys(item).length === 0) return true;
  return Object.entries(keys).every(([name, value]) => {
    const [type, text] = Object.entries(value)[0] ?? [];
    const written = item[name]?.[type ?? ''];
    // A number may be written in more than one way.
    return type === 'N' ? Number(written) === Number(text) : written === text;
  });
}
