import type { Value } from '../../resources/value.ts';

/** A value as a test reads it best: `arn:{partition}:s3:::{param Name}`, `{table:Orders streamArn}`. */
export function valueText(value: Value | undefined): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) return String(value);
  if ('$join' in value) return (value.$join as readonly Value[]).map(valueText).join('');
  if ('$pseudo' in value) return `{${value.$pseudo}}`;
  if ('$parameter' in value) return `{param ${value.$parameter}}`;
  if ('$ref' in value) return `{${value.$ref} ${value.attribute}}`;
  return JSON.stringify(value);
}
