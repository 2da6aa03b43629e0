import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf } from './body.ts';

const headers = { 'content-encoding': 'aws-chunked' };

test('any bytes come out of any chunks as they went in', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(fc.array(bytes), (chunks) => {
      const framed = chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)};chunk-signature=abc\r\n`),
        Buffer.from(chunk),
        Buffer.from('\r\n'),
      ]);
      const body = Buffer.concat([...framed, Buffer.from('0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n')]);
      expect(bodyOf({ headers, body })).toEqual({
        bytes: Buffer.concat(chunks),
        trailers: { 'x-amz-checksum-crc32': 'AAAA' },
      });
    }),
  );
});

test('a body that is not chunked stays as it is', () => {
  const body = Buffer.from('5\r\nhello');
  expect(bodyOf({ headers: {}, body })).toEqual({ bytes: body, trailers: {} });
});

test('a body that was cut off is refused, wherever it was cut', () => {
  const whole = 'a;chunk-signature=1\r\n0123456789\r\n0\r\n';
  for (let end = 0; end < whole.length - 2; end++) {
    const body = Buffer.from(whole.slice(0, end));
    expect(() => bodyOf({ headers, body }), String(end)).toThrow('terminated unexpectedly');
  }
});
