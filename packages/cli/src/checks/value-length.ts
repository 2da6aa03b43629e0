import type { Value } from '../resources/value.ts';

/**
 * How long an identifier is at least that only AWS knows: an ARN or a URL with its account, region
 * and name is rarely under 60 characters.
 */
const UNKNOWN = 60;
const ACCOUNT = 12;
const REGION = 9;

/** Bytes of a value as far as it is known, so that a limit is told of before AWS does. */
export function valueLength(value: Value): number {
  if (typeof value !== 'object' || value === null) return Buffer.byteLength(String(value));
  if (Array.isArray(value)) return value.reduce((sum: number, one: Value) => sum + valueLength(one), 0);
  if ('$join' in value) return valueLength(value.$join as readonly Value[]);
  if ('$pseudo' in value) return value.$pseudo === 'accountId' ? ACCOUNT : REGION;
  return UNKNOWN;
}
