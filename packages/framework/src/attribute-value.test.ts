import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttributeMap, decodeItem, ExactNumber } from './attribute-value.ts';

describe('an item of DynamoDB', () => {
  test('becomes plain values, whatever the depth', () => {
    const item = {
      text: { S: '' },
      yes: { BOOL: false },
      none: { NULL: true },
      list: { L: [{ S: 'a' }, { N: '1' }, { L: [] }] },
      map: { M: { inner: { M: { deep: { N: '-0.5' } } } } },
    };
    expect(decodeItem(item)).toEqual({
      text: '',
      yes: false,
      none: null,
      list: ['a', 1, []],
      map: { inner: { deep: -0.5 } },
    });
  });

  test('has bytes and sets', () => {
    const item = {
      bytes: { B: 'AQID' },
      texts: { SS: ['a', 'b'] },
      numbers: { NS: ['1', '9007199254740993'] },
      chunks: { BS: ['AQ==', 'Ag=='] },
    };
    expect(decodeItem(item)).toEqual({
      bytes: new Uint8Array([1, 2, 3]),
      texts: new Set(['a', 'b']),
      numbers: new Set([1, 9007199254740993n]),
      chunks: new Set([new Uint8Array([1]), new Uint8Array([2])]),
    });
  });

  test('keeps an attribute with the name of the prototype as an attribute', () => {
    const item = decodeItem(JSON.parse('{"__proto__":{"M":{"admin":{"BOOL":true}}}}'));
    expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
    expect(Object.entries(item)).toEqual([['__proto__', { admin: true }]]);
  });
});

describe('a number of DynamoDB', () => {
  test.each([
    ['0', 0],
    ['42', 42],
    ['-1.5', -1.5],
    ['0.1', 0.1],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740993', -9007199254740993n],
    ['12345678901234567890123456789012345678', 12345678901234567890123456789012345678n],
    ['1E+20', 100000000000000000000n],
    ['1.5E+20', 150000000000000000000n],
    ['1e-7', 1e-7],
    ['0.30000000000000004', 0.30000000000000004],
    ['2.71828459045235', 2.71828459045235],
    ['10.00000000000000000', 10],
  ])('%s is %s', (text, value) => {
    expect(decodeItem({ n: { N: text } }).n).toBe(value);
  });

  test.each(['0.12345678901234567890123456789', '1.00000000000000000000001', '-9007199254740993.5'])(
    '%s keeps all of its digits',
    (text) => {
      const { n } = decodeItem({ n: { N: text } });
      expect(n).toEqual(new ExactNumber(text));
      expect(`${n}`).toBe(text);
      expect(JSON.stringify({ n })).toBe(JSON.stringify({ n: text }));
      expect(Number(n)).toBe(Number(text));
    },
  );

  test('is never another number than the one that was stored', () => {
    const digits = fc.stringMatching(/^-?[1-9]\d{0,18}(\.\d{0,18}[1-9])?$/);
    fc.assert(
      fc.property(digits, (text) => {
        expect(String(decodeItem({ n: { N: text } }).n)).toBe(text);
      }),
    );
  });
});

test('what both can hold is decoded as the AWS SDK decodes it', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 })
      .filter((n) => !isHugeInteger(n)),
    fc.uint8Array({ minLength: 1 }),
    fc.uniqueArray(fc.string(), { minLength: 1 }).map((list) => new Set(list)),
    fc.uniqueArray(fc.integer(), { minLength: 1 }).map((list) => new Set(list)),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value')),
      fc.dictionary(name, tie('value'), { noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (item) => {
      const image = marshall(item);
      expect(decodeItem(inJson(image))).toEqual(unmarshall(image));
    }),
  );
});

/** The SDK takes an object with an attribute `constructor` for an instance of a class, and refuses it. */
const name = fc.string({ minLength: 1 }).filter((text) => !(text in {}));

/** The SDK refuses whole numbers over 2^53; we give a bigint. A negative zero is none in DynamoDB. */
function isHugeInteger(number: number): boolean {
  return (Number.isInteger(number) && !Number.isSafeInteger(number)) || Object.is(number, -0);
}

/** In a Lambda event bytes are base64. */
function inJson(image: object): AttributeMap {
  return JSON.parse(
    JSON.stringify(image, (_, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ),
  );
}
