import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeItem, ExactNumber } from '../attribute-value.ts';
import { encodeItem } from './encode-item.ts';

describe('encoding an item', () => {
  it.each([
    ['text', { S: 'text' }],
    [1.5, { N: '1.5' }],
    [12345678901234567890n, { N: '12345678901234567890' }],
    [new ExactNumber('0.12345678901234567890'), { N: '0.12345678901234567890' }],
    [true, { BOOL: true }],
    [null, { NULL: true }],
    [[1, 'a'], { L: [{ N: '1' }, { S: 'a' }] }],
    [{ a: { b: 1 } }, { M: { a: { M: { b: { N: '1' } } } } }],
    [Uint8Array.of(0xfe, 0xed), { B: '/u0=' }],
    [new Set(['a', 'b']), { SS: ['a', 'b'] }],
    [new Set([1, 2n]), { NS: ['1', '2'] }],
    [new Set([Uint8Array.of(0xfe, 0xed)]), { BS: ['/u0='] }],
  ])('makes of %s %j', (value, attribute) => {
    expect(encodeItem({ value })).toEqual({ value: attribute });
  });

  it('leaves out what is undefined', () => {
    expect(encodeItem({ a: undefined, b: 1 })).toEqual({ b: { N: '1' } });
  });

  it.each([[new Set()], [() => 1], [[Symbol('s')]]])('refuses what DynamoDB does not have', (value) => {
    expect(() => encodeItem({ value })).toThrow(TypeError);
  });

  it('is undone by decoding', () => {
    const leaf = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.integer(), fc.uint8Array());
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('value'), { maxKeys: 3, noNullPrototype: true }),
        fc.uniqueArray(fc.string(), { minLength: 1 }).map((texts) => new Set(texts)),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { noNullPrototype: true }), (item) => {
        expect(decodeItem(encodeItem(item))).toEqual(item);
      }),
    );
  });
});
