import { describe, expect, it } from 'vitest';
import { cookiesOf } from './headers.ts';
import { reply } from './make-reply.ts';
import { resultOf } from './result.ts';

const set = (cookies: NonNullable<Parameters<typeof reply>[3]>['cookies'], headers = {}) =>
  reply(200, '', headers, { cookies }).headers;

describe('cookies of a reply', () => {
  it('are safe unless they say otherwise', () => {
    expect(set({ session: 'abc' })).toEqual({
      'set-cookie': ['session=abc; Path=/; HttpOnly; Secure; SameSite=Lax'],
    });
  });

  it('may say all that a cookie can', () => {
    const expires = new Date('2027-01-01T00:00:00Z');
    const open = { httpOnly: false, secure: false, sameSite: 'None' } as const;
    expect(
      set({ a: { value: '1', path: '/x', domain: 'example.com', maxAge: 60, expires, ...open } }),
    ).toEqual({
      'set-cookie': [
        'a=1; Path=/x; Domain=example.com; Max-Age=60; Expires=Fri, 01 Jan 2027 00:00:00 GMT; SameSite=None',
      ],
    });
    expect(set({ a: { value: '', maxAge: 0, partitioned: true } })['set-cookie']).toEqual([
      'a=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax; Partitioned',
    ]);
  });

  it('come back as what they were set to', () => {
    const value = 'ä; b="c", %41=d';
    const [text = ''] = set({ a: value })['set-cookie'] as string[];
    expect(text).toMatch(/^a=[\w%.~!*'()-]+;/);
    expect(cookiesOf(text.split(';')[0]).a).toBe(value);
  });

  it('stand beside those that a header sets', () => {
    expect(set({ b: '2' }, { 'Set-Cookie': 'a=1' })['Set-Cookie']).toEqual([
      'a=1',
      'b=2; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it.each(['', 'a b', 'a=b', 'a;b', 'a\r\nb', 'ä'])('are refused with the name %j', (name) => {
    expect(() => set({ [name]: '1' })).toThrow("A cookie can't be set: its name");
  });

  it.each([{ path: '/; Domain=evil' }, { domain: 'a\r\nX: y' }, { path: '/\0' }])(
    'are refused where an attribute would bring in others: %j',
    (attributes) => {
      expect(() => set({ a: { value: '1', ...attributes } })).toThrow("can't be written");
    },
  );

  it('go where each payload has a place for them', async () => {
    const answer = reply(204, undefined, {}, { cookies: { a: '1', b: '2' } });
    expect(await resultOf(answer, true)).toMatchObject({
      cookies: [expect.stringMatching(/^a=1;/), expect.stringMatching(/^b=2;/)],
    });
    expect(await resultOf(answer, false)).toMatchObject({
      multiValueHeaders: { 'set-cookie': [expect.stringMatching(/^a=1;/), expect.stringMatching(/^b=2;/)] },
    });
  });
});
