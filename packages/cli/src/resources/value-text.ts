import type { Value } from './value.ts';

/** A value as people read it: `arn:<partition>:s3:::files-<accountId>/*`, `<arn of queue:Jobs>`. */
export function valueText(value: Value): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('$join' in value) return (value.$join as readonly Value[]).map(valueText).join('');
  if ('$pseudo' in value) return `<${value.$pseudo}>`;
  if ('$parameter' in value) return `<parameter ${value.$parameter}>`;
  if ('$ref' in value) return `<${value.attribute} of ${value.$ref}>`;
  return JSON.stringify(value);
}
