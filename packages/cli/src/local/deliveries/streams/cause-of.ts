import type { StreamRecord } from '../../emulators/stream-source.ts';
import type { Cause } from '../../invocations/cause.ts';
import type { StreamMapping } from './mapping.ts';

export const causeOf = ({ source, what }: StreamMapping, after: readonly string[]): Cause => ({
  by: source,
  what,
  after,
});

/** The invocations that wrote some records. */
export const writersOf = (records: readonly StreamRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ after }) => after)),
];
