import { describe, expect, test } from 'vitest';
import { left, sliceOf } from '../testing/sliced.ts';
import { blanked } from './blanked.ts';

/** What the function `mine` keeps of one file, beside the App and its own handler. */
function kept(source: string, handler = '0'): string {
  const before = "import { App } from '@tankard/framework';\nexport const app = new App('x');";
  const mine = `export const mine = app.lambda(() => ${handler});`;
  const other = 'export const other = app.lambda(() => everything);';
  const text = left({ 'src/app.ts': [before, source, mine, other].join('\n') }, 'mine')['src/app.ts'] ?? '';
  expect(text).not.toContain(other);
  return text.replace(before, '').replace(mine, '').trim();
}

/** What a function keeps of one file. */
function leftOf(source: string, name: string): string {
  const before = "import { App } from '@tankard/framework';\nexport const app = new App('x');";
  return left({ 'src/app.ts': `${before}\n${source}` }, name)['src/app.ts'] ?? '';
}

describe('what a handler does not name', () => {
  test.each([
    ['a constant', 'const a = 1;\nconst b = 2;', 'const b = 2;', 'b'],
    ['a function', 'function a() {}\nfunction b() {}', 'function b() {}', 'b()'],
    ['a class', 'class A {}\nclass B {}', 'class B {}', 'new B()'],
    ['a constant whose value comes from a call', 'const a = make();', ''],
    ['an exported constant', 'export const a = 1;', ''],
    ['an enum', 'enum Size { Small }\nenum Colour { Red }', 'enum Colour { Red }', 'Colour.Red'],
    ['one of several declarators', 'const a = 1, b = 2, c = 3;', 'const b = 2 ;', 'b'],
    ['the last declarator', 'const a = 1, b = 2;', 'const a = 1 ;', 'a'],
    [
      'a resource',
      "const t = app.table('T');\nconst u = app.table('U');",
      "const u = app.table('U');",
      'u.name',
    ],
    [
      'a name of an export list',
      'const a = 1;\nconst b = 2;\nexport { a, b };',
      'const b = 2;\nexport { b };',
      'b',
    ],
    ['the whole export list', 'const a = 1;\nexport { a };', ''],
    [
      'a namespace import',
      "import * as fs from 'node:fs';\nimport * as os from 'node:os';",
      "import * as os from 'node:os';",
      'os.cpus()',
    ],
    ['a specifier', "import { a, b, c } from 'pkg';", "import { b } from 'pkg';", 'b'],
    ['a default import beside names', "import d, { a, b } from 'pkg';", "import { b } from 'pkg';", 'b'],
    ['the names beside a default import', "import d, { a,\n b, } from 'pkg';", "import d\nfrom 'pkg';", 'd'],
    ['the namespace beside a default import', "import d, * as n from 'pkg';", "import d from 'pkg';", 'd'],
    ['the default beside a namespace', "import d, * as n from 'pkg';", "import * as n from 'pkg';", 'n.x'],
    ['a renamed specifier', "import { a as b, c as d } from 'pkg';", "import { a as b } from 'pkg';", 'b'],
    ['an import of a package', "import { a } from 'pkg';", ''],
  ])('goes: %s', (_, source, expected, handler?: string) => {
    expect(kept(source, handler)).toBe(expected);
  });
});

describe('what stays', () => {
  test.each([
    [
      'what a declaration names in its turn',
      'const a = 1;\nconst b = () => a;',
      'const a = 1;\nconst b = () => a;',
      'b()',
    ],
    [
      'all names of a destructuring of which one is used',
      'const { a, b } = load();',
      'const { a, b } = load();',
      'b',
    ],
    [
      'names in nested patterns',
      'const { x: [a = 1], ...rest } = load();',
      'const { x: [a = 1], ...rest } = load();',
      'rest',
    ],
    ['a statement that runs for its effect', 'console.log(1);', 'console.log(1);'],
    ['what such a statement names', 'const a = 1;\nconsole.log(a);', 'const a = 1;\nconsole.log(a);'],
    ['middleware', 'app.middleware(run);', 'app.middleware(run);'],
    [
      'what looks like the error handler of the app',
      'const server = make();\nserver.onError(run);',
      'const server = make();\nserver.onError(run);',
    ],
    ['an import for its effect', "import 'reflect-metadata';", "import 'reflect-metadata';"],
    ['a block', '{ const a = 1; console.log(a); }', '{ const a = 1; console.log(a); }'],
    ['types, which cost nothing', 'interface A {}\ntype B = A;', 'interface A {}\ntype B = A;'],
    [
      'an import of a package that names a type',
      "import { A, B } from 'pkg';",
      "import { A } from 'pkg';",
      '{ const a: A = 1; }',
    ],
    [
      'a type beside names that are not used',
      "import { type A, b } from 'pkg';",
      "import { type A } from 'pkg';",
    ],
    ['a type import', "import type { A } from 'pkg';", "import type { A } from 'pkg';"],
    [
      'a variable that is set later',
      'let a;\nfunction set() { a = 1; }',
      'let a;\nfunction set() { a = 1; }',
      'set()',
    ],
    [
      'what only a default of a parameter names',
      'const a = 1;\nfunction f(x = a) {}',
      'const a = 1;\nfunction f(x = a) {}',
      'f()',
    ],
    [
      'what only a class extends',
      'class A {}\nclass B extends A {}',
      'class A {}\nclass B extends A {}',
      'new B()',
    ],
  ])('%s', (_, source, expected, handler?: string) => {
    expect(kept(source, handler)).toBe(expected);
  });
});

describe('names are resolved, not guessed', () => {
  test.each([
    ['a parameter hides a constant', 'const a = 1;', '', '((a) => a)(2)'],
    ['a variable of an inner block hides a constant', 'const a = 1;', '', '{ const a = 2; return a; }'],
    ['a property is no use of a constant', 'const a = 1;', '', '({ a: 2 }).a'],
    ['a shorthand property is a use', 'const a = 1;', 'const a = 1;', '({ a })'],
    [
      'a use before an inner declaration of the same name in another block',
      'const a = 1;',
      'const a = 1;',
      '{ { const a = 2; } return a; }',
    ],
    ['a catch clause hides a constant', 'const e = 1;', '', '{ try {} catch (e) { e; } }'],
    ['a hoisted var hides a constant', 'const a = 1;', '', '{ a; if (x) { var a = 2; } }'],
    ['a type is no use of a value', 'const a = 1;\ntype A = typeof a;', 'type A = typeof a;', '0 as A'],
    ['a label is no use', 'const a = 1;', '', '{ a: for (;;) break a; }'],
  ])('%s', (_, source, expected, handler) => {
    expect(kept(source, handler)).toBe(expected);
  });
});

test('what answers the errors of routes goes where no route is served', () => {
  expect(kept('app.onError(() => undefined);')).toBe('');
});

test('a cut leaves a semicolon, so that the statements around it stay apart', () => {
  const source = `import { App } from '@tankard/framework'
export const app = new App('x')
app.middleware(run)
function gone() {}
(globalThis as any).x = 1
export const mine = app.lambda(() => 0)
export const other = app.lambda(() => gone())`;
  const file = [...sliceOf({ 'src/app.ts': source }, 'mine').files.values()][0];
  expect(file && blanked(file)).toContain(
    'app.middleware(run)\n;                 \n(globalThis as any).x = 1',
  );
});

describe('what a route names as its authorizer', () => {
  const gate = 'const gate = app.authorizer(() => secrets);';

  test.each([
    [
      "app.route('GET /', { authorizer: gate }, (req) => req)",
      "app.route('GET /', { authorizer: 0 }, (req) => req)",
    ],
    ["app.websocket('$connect', { authorizer: gate }, f)", "app.websocket('$connect', { authorizer: 0 }, f)"],
    ["app.route('GET /', { authorizer: gate })(show)", "app.route('GET /', { authorizer: 0 })(show)"],
    [
      "app.route('GET /', { timeout: 5, authorizer: jwt({ issuer: gate.x }) }, f)",
      "app.route('GET /', { timeout: 5, authorizer: 0 }, f)",
    ],
  ])('goes from %s', (source, left) => {
    const text = leftOf(`${gate}\nexport const show = ${source};`, 'show');
    expect(text).toContain(`export const show = ${left};`);
    expect(text).not.toContain('secrets');
  });

  test('goes where the constant has the name of the option', () => {
    const text = leftOf(
      "const authorizer = app.authorizer(() => secrets);\nexport const show = app.route('GET /', { authorizer }, f);",
      'show',
    );
    expect(text).toContain("app.route('GET /', { ...0 }, f)");
    expect(text).not.toContain('secrets');
  });

  test('goes from a decorated method, too', () => {
    const text = leftOf(
      `${gate}\nclass Shop { @app.route('GET /', { authorizer: gate }) show() {} }\napp.use(new Shop());`,
      'show',
    );
    expect(text).toContain("@app.route('GET /', { authorizer: 0 }) show() {}");
    expect(text).not.toContain('secrets');
  });

  test('stays with what is no route of the app', () => {
    const text = leftOf(
      `${gate}\nexport const show = app.lambda(() => router.get('/', { authorizer: gate }));`,
      'show',
    );
    expect(text).toContain('authorizer: gate');
  });
});
