import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import type { CorsOptions } from '../http/cors/options.ts';
import { describe as manifestOf } from '../manifest/describe.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

const withCors = (cors: CorsOptions) =>
  problemsOf((app) => app.route('GET /a', { name: 'a', cors }, () => 1)).map(({ code, message, remedy }) => {
    expect(code).toBe('CORS_INVALID');
    return `${message} ${remedy}`;
  });

describe('what a route says of other origins', () => {
  it.each<CorsOptions>([
    {},
    { origins: ['*'], headers: ['X-Page'], exposeHeaders: ['ETag'], methods: ['GET'], maxAge: 86_400 },
    { origins: ['https://shop.example', 'http://localhost:5173'], credentials: true, maxAge: 0 },
    { origins: ['https://*', 'http://*'] },
  ])('may be %j', (cors) => {
    expect(withCors(cors)).toEqual([]);
  });

  it.each<[CorsOptions, string]>([
    [{ origins: ['https://shop.example/'] }, "Write 'https://shop.example',"],
    [{ origins: ['shop.example'] }, "Write 'https://shop.example',"],
    [{ origins: ['https://*.shop.example'] }, 'not what a browser calls an origin'],
    [{ origins: [] }, 'no origin may call'],
    [{ origins: ['https://*'], credentials: true }, 'cookies are to be taken from pages of any origin'],
    [{ credentials: true }, 'Spell the origins out'],
    [{ methods: ['get'] }, "'get' is no method"],
    [{ headers: ['X Page'] }, "'X Page' is no name"],
    [{ exposeHeaders: [''] }, "'' is no name"],
    [{ maxAge: 86_401 }, "'maxAge' is 86401"],
  ])('may not be %j', (cors, said) => {
    const [problem, ...more] = withCors(cors);
    expect(problem).toContain(said);
    expect(more).toEqual([]);
  });
});

it('is said of the app where the app says it', () => {
  const app = new App('test', { cors: { origins: ['x'] } });
  app.route('GET /a', { name: 'a' }, () => 1);
  expect(() => manifestOf(app)).toThrow(/CORS_INVALID.*By the app's cors 'x' is not/s);
});

describe('the routes of one path', () => {
  it('say the same of other origins, or nothing', () => {
    const cors = { origins: ['https://shop.example'] };
    const other = { origins: ['https://other.example'] };
    const codes = (one: boolean | CorsOptions, two: boolean | CorsOptions) =>
      codesOf((app) => {
        app.route('GET /a', { name: 'a', cors: one }, () => 1);
        app.route('POST /a', { name: 'b', cors: two }, () => 1);
        app.route('POST /b', { name: 'c', cors: other }, () => 1);
      });
    expect(codes(cors, { ...cors })).toEqual([]);
    expect(codes(cors, false)).toEqual([]);
    expect(codes(cors, other)).toEqual(['CORS_DIFFERS']);
  });

  it('leave OPTIONS to what answers for them', () => {
    const codes = (cors: boolean) =>
      codesOf((app) => {
        app.route('GET /a', { name: 'a', cors }, () => 1);
        app.route('OPTIONS /a', { name: 'b' }, () => 1);
      });
    expect([codes(true), codes(false)]).toEqual([['CORS_OPTIONS'], []]);
  });
});
