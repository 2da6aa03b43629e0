import { type AttributeMap, type AttributeValue, ExactNumber } from '../attribute-value.ts';

/** Turns plain values into an item of DynamoDB's JSON, bytes in base64 as a Lambda event has them. Undefined is left out. */
export function encodeItem(item: object): AttributeMap {
  const attributes = Object.entries(item).filter(([, value]) => value !== undefined);
  return Object.fromEntries(attributes.map(([name, value]) => [name, encode(value)]));
}

function encode(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'boolean':
      return { BOOL: value };
    case 'number':
    case 'bigint':
      return { N: String(value) };
    case 'object':
      return encodeObject(value);
    default:
      throw new TypeError(`DynamoDB has no type for a ${typeof value}.`);
  }
}

function encodeObject(value: object): AttributeValue {
  if (value instanceof ExactNumber) return { N: value.text };
  if (value instanceof Uint8Array) return { B: base64(value) };
  if (value instanceof Set) return encodeSet([...value]);
  if (Array.isArray(value)) return { L: value.map(encode) };
  return { M: encodeItem(value) };
}

function encodeSet(values: readonly unknown[]): AttributeValue {
  const [first] = values;
  if (first === undefined) throw new TypeError('DynamoDB has no empty sets.');
  if (first instanceof Uint8Array) return { BS: (values as Uint8Array[]).map(base64) };
  return typeof first === 'string' ? { SS: values } : { NS: values.map(String) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
