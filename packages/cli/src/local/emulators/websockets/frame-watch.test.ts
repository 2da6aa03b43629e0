import { expect, test } from 'vitest';
import { watchFrames } from './frame-watch.ts';

/** A masked frame, as clients send them. */
function frame(length: number): Buffer {
  const size = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const head = Buffer.alloc(2 + size + 4);
  head[0] = 0x81;
  head[1] = 0x80 | (size === 0 ? length : size === 2 ? 126 : 127);
  if (size === 2) head.writeUInt16BE(length, 2);
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, Buffer.alloc(length, 0xff)]);
}

test.each([1, 3, 14, 1000, 1_000_000])('a frame that is too large is seen in pieces of %i bytes', (size) => {
  const sent = Buffer.concat([0, 5, 125, 126, 32_768, 32_769, 7, 70_000, 1].map(frame));
  let tooLarge = 0;
  const watch = watchFrames(32_768, () => {
    tooLarge += 1;
  });
  for (let at = 0; at < sent.length; at += size) watch(sent.subarray(at, at + size));
  expect(tooLarge).toBe(2);
});
