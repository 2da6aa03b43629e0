import type { JsonObject } from '../manifest/types.ts';

/**
 * Which records Lambda hands over at all: one pattern, or several of which one must fit.
 *
 * @example { body: { kind: ['order'] } }
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export type Filter = JsonObject | readonly JsonObject[];

export function filtersOf(filter: Filter | undefined): readonly JsonObject[] {
  if (filter === undefined) return [];
  return isList(filter) ? filter : [filter];
}

function isList(filter: Filter): filter is readonly JsonObject[] {
  return Array.isArray(filter);
}
