import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { forEachLine } from './output-lines.ts';

test.each([
  ['at once', ['one\ntwö\n\nthree']],
  ['byte by byte', [...Buffer.from('one\ntwö\n\nthree')].map((byte) => Buffer.from([byte]))],
  ['in pieces without an end', ['o', 'ne', '\ntw', 'ö', '\n', '\nth', 'ree']],
])('lines are told whole, whatever they come in: %s', async (_, pieces) => {
  const stream = new PassThrough();
  const lines: string[] = [];
  forEachLine(stream, (line) => lines.push(line));
  for (const piece of pieces) stream.write(piece);
  stream.end();
  await expect.poll(() => lines).toEqual(['one', 'twö', '', 'three']);
});
