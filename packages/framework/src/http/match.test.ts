import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from './match.ts';
import { parseRoute } from './pattern.ts';

const matcherOf = (...patterns: string[]) => createMatcher(patterns.map(parseRoute));

/** The pattern that is chosen, and its parameters. */
function match(patterns: string[], call: string) {
  const { method, path } = parseRoute(call);
  const found = matcherOf(...patterns).match(method, path);
  return found && [`${found.route.method} ${found.route.path}`, found.params];
}

describe('the matcher', () => {
  it.each([
    [['GET /a/{x}', 'GET /a/b'], 'GET /a/b', 'GET /a/b', {}],
    [['GET /a/{x}', 'GET /a/b'], 'GET /a/c', 'GET /a/{x}', { x: 'c' }],
    [['GET /{p+}', 'GET /a/{x}'], 'GET /a/b', 'GET /a/{x}', { x: 'b' }],
    [['GET /{p+}', 'GET /a/{x}'], 'GET /a/b/c', 'GET /{p+}', { p: 'a/b/c' }],
    [['GET /a/{p+}', 'GET /{p+}'], 'GET /a/b', 'GET /a/{p+}', { p: 'b' }],
    [['GET /a/b/{p+}', 'GET /a/{x}/c'], 'GET /a/b/c', 'GET /a/{x}/c', { x: 'b' }],
    [['ANY /a', 'GET /a'], 'GET /a', 'GET /a', {}],
    [['ANY /a', 'GET /a'], 'PUT /a', 'ANY /a', {}],
    [['GET /a/b', 'ANY /{p+}'], 'POST /a/b', 'ANY /{p+}', { p: 'a/b' }],
    [['GET /a/b', 'POST /a/{x}'], 'POST /a/b', 'POST /a/{x}', { x: 'b' }],
    [['GET /{a}/x', 'GET /{b}/y'], 'GET /1/y', 'GET /{b}/y', { b: '1' }],
    [['GET /a/b/c', 'GET /{x}/b/d'], 'GET /a/b/d', 'GET /{x}/b/d', { x: 'a' }],
    [['GET /'], 'GET /', 'GET /', {}],
    [['GET /a'], 'GET /a/', 'GET /a', {}],
    [['GET /a%20b/{x}'], 'GET /a%20b/c%2Fd', 'GET /a%20b/{x}', { x: 'c%2Fd' }],
    [['GET /{__proto__}'], 'GET /a', 'GET /{__proto__}', { ['__proto__']: 'a' }],
    [['GET /__proto__'], 'GET /__proto__', 'GET /__proto__', {}],
  ])('of %j gives %s to %s', (patterns, call, pattern, params) => {
    expect(match(patterns, call)).toEqual([pattern, params]);
  });

  it.each([
    [['GET /a/{x}'], 'GET /a'],
    [['GET /a/{x}'], 'GET /a/'],
    [['GET /a/{x}'], 'GET /a//'],
    [['GET /a/{x}'], 'GET /a/b/c'],
    [['GET /a/{p+}'], 'GET /a'],
    [['GET /a'], 'GET /a//'],
    [['GET /a'], 'POST /a'],
    [['GET /'], 'GET '],
    [['GET /a'], 'GET a'],
    [['GET /a'], 'GET /A'],
    [[], 'GET /'],
  ])('of %j gives nothing to %s', (patterns, call) => {
    expect(match(patterns, call)).toBeUndefined();
  });

  it('tells a slash at the end where it is asked to', () => {
    const strict = createMatcher([parseRoute('GET /a'), parseRoute('GET /')], { strictSlash: true });
    expect(strict.match('GET', '/a/')).toBeUndefined();
    expect(strict.match('GET', '/a')).toBeDefined();
    expect(strict.match('GET', '/')).toBeDefined();
  });

  it('lists the methods of a path', () => {
    const matcher = matcherOf('POST /a', 'GET /a', 'PUT /{x}', 'DELETE /b');
    expect(matcher.methodsOf('/a')).toEqual(['POST', 'GET', 'PUT']);
    expect(matcher.methodsOf('/a/b')).toEqual([]);
  });

  it('finds each route by its own path, whatever other routes there are', () => {
    const part = fc.constantFrom('a', 'b', 'c', '{x}', '{y}');
    const path = fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), (paths) => {
        const matcher = createMatcher(paths.map((each) => ({ method: 'GET' as const, path: each })));
        for (const each of paths) {
          const called = each.replace(/\{.\}/g, 'other');
          const found = matcher.match('GET', called)?.route.path;
          expect(found?.replace(/\{.\}/g, 'other')).toBe(called);
        }
      }),
    );
  });
});
