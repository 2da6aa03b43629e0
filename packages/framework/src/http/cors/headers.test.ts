import { describe, expect, it } from 'vitest';
import { corsHeaders } from './headers.ts';
import { type CorsOptions, corsDeclaration, routeCors } from './options.ts';

const SENT = 'Authorization,Content-Type,X-Amz-Date,X-Amz-Security-Token,X-Api-Key';
const headersFor = (cors: true | CorsOptions, origin?: string) => corsHeaders(corsDeclaration(cors), origin);

describe('what a browser is told', () => {
  it('is that every origin may call, and what it may send', () => {
    expect(headersFor(true)).toEqual({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': SENT,
    });
  });

  it('names the one origin whoever calls, so that caches may keep the answer', () => {
    const cors = { origins: ['https://a.example'], credentials: true, maxAge: 0, exposeHeaders: ['A', 'B'] };
    for (const origin of [undefined, 'https://a.example', 'https://b.example']) {
      expect(headersFor(cors, origin)).toEqual({
        'Access-Control-Allow-Origin': 'https://a.example',
        'Access-Control-Allow-Headers': SENT,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Max-Age': '0',
        'Access-Control-Expose-Headers': 'A,B',
      });
    }
  });

  it.each([
    [['https://a.example', 'https://b.example'], 'https://b.example', true],
    [['https://a.example', 'https://b.example'], 'https://b.example.evil.example', false],
    [['https://a.example', 'https://b.example'], undefined, false],
    [['https://*'], 'https://any.example', true],
    [['https://*'], 'http://any.example', false],
    [['https://*'], 'null', false],
  ])('of the origins %j is for %s: %s', (origins, origin, allowed) => {
    const { Vary, 'Access-Control-Allow-Origin': named } = headersFor({ origins }, origin);
    expect([Vary, named]).toEqual(['Origin', allowed ? origin : undefined]);
  });
});

describe('a route', () => {
  const own = { origins: ['https://a.example'] };
  it.each([
    [undefined, undefined, undefined],
    [true, undefined, ['*']],
    [undefined, true, ['*']],
    [undefined, own, own.origins],
    [true, own, own.origins],
    [own, true, own.origins],
    [own, false, own.origins],
    [false, own, false],
  ])('that says %j in an app that says %j has %j', (route, app, origins) => {
    const holds = routeCors(route, app);
    expect(holds ? holds.origins : holds).toEqual(origins);
  });
});
