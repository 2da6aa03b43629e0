import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressed, expanded } from './compression.ts';

const body = Buffer.from('a'.repeat(100));
const answer = { status: 200, headers: [['content-type', 'text/plain']] as const, body };

describe('an answer', () => {
  it.each([
    ['gzip, deflate, br', 'gzip', gunzipSync],
    ['br;q=1, DEFLATE;q=0.5', 'deflate', inflateSync],
  ])('is compressed for a client that takes %s', async (accepts, coding, expand) => {
    const sent = await compressed(answer, [['Accept-Encoding', accepts]], 100);
    expect(sent.headers).toContainEqual(['content-encoding', coding]);
    expect(expand(sent.body)).toEqual(body);
  });

  it.each([
    ['the API compresses nothing', {}, [['accept-encoding', 'gzip']], undefined],
    ['it is too small', {}, [['accept-encoding', 'gzip']], 101],
    ['the client names no coding', {}, [], 0],
    ['the client takes anything', {}, [['accept-encoding', '*']], 0],
    ['the client takes others', {}, [['accept-encoding', 'br']], 0],
    [
      'it is compressed already',
      { headers: [['Content-Encoding', 'br']] as const },
      [['accept-encoding', 'gzip']],
      0,
    ],
  ] as const)('stays as it is where %s', async (_, more, request, from) => {
    const given = { ...answer, ...more };
    expect(await compressed(given, request, from)).toBe(given);
  });
});

describe('a request', () => {
  it.each([
    ['gzip', gzipSync(body), body],
    ['Deflate', deflateSync(body), body],
    ['identity', body, body],
    ['br', body, undefined],
    ['gzip', body, undefined],
  ])('of the coding %s arrives expanded, or not at all', async (coding, sent, arrives) => {
    expect(await expanded(sent, [['content-encoding', coding]], 1000)).toEqual(arrives);
  });

  it('is no way to have more expanded than may be sent', async () => {
    expect(await expanded(gzipSync(body), [['content-encoding', 'gzip']], 99)).toBe(undefined);
  });

  it('without a coding stays as it is', async () => {
    expect(await expanded(body, [], 1000)).toBe(body);
  });
});
