import { describe, expect, test } from 'vitest';
import { left, sliceOf } from '../testing/sliced.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('x');";

function app(source: string) {
  return { 'src/app.ts': `${head}\n${source}\nexport const mine = app.lambda(() => 0);` };
}

const inFunction = 'it is registered inside a function, which may be called for any handler';

describe('a registration that may serve any function stays in all of them, with the reason', () => {
  test.each([
    [
      'in a loop',
      'for (const x of [1, 2]) app.schedule(x, () => x);',
      'it is registered in a loop, so that one line makes several handlers',
    ],
    ['in an if', 'if (process.env.X) app.lambda(() => 1);', 'it is registered under a condition'],
    [
      'behind a condition',
      'export const a = x ? app.lambda(() => 1) : undefined;',
      'it is registered under a condition',
    ],
    ['in a callback', 'export const all = [1, 2].map((x) => app.schedule(x, () => x));', inFunction],
    [
      'in a factory',
      'function make(x) { return app.lambda(() => x); }\nexport const a = make(1);',
      inFunction,
    ],
    [
      'in a factory that is called by another function',
      'const make = (x) => app.lambda(() => x);\nfunction both(x) { return [make(x), make(x)]; }\nexport const a = both(1);',
      inFunction,
    ],
  ])('%s', (_, source, why) => {
    const files = app(source);
    expect(left(files, 'mine')['src/app.ts']).toContain(source);
    expect(sliceOf(files, 'mine').whole).toEqual([{ place: { file: 'src/app.ts', line: 3 }, why }]);
  });

  test('in a factory of another file', () => {
    const files = {
      ...app("import { make } from './make.ts';\nexport const a = make(app);"),
      'src/make.ts': 'export function make(app) { return app.lambda(() => 1); }',
    };
    expect(left(files, 'mine')['src/app.ts']).toContain('export const a = make(app);');
    expect(sliceOf(files, 'mine').whole).toEqual([
      { place: { file: 'src/make.ts', line: 1 }, why: inFunction },
    ]);
  });

  test('beside a handler of the function in one expression', () => {
    const expression = 'export const Jobs = class {\n@app.lambda()\nmine() {}\n@app.lambda()\nother() {}\n};';
    const files = { 'src/app.ts': `${head}\n${expression}\napp.use(new Jobs());` };
    expect(left(files, 'mine')['src/app.ts']).toContain(expression);
    expect(sliceOf(files, 'mine').whole).toEqual([
      {
        place: { file: 'src/app.ts', line: 6 },
        why: 'one expression registers it together with a handler of this function',
      },
    ]);
  });

  test('where code of the function calls the handler', () => {
    const files = {
      'src/app.ts': `${head}\nexport const job = app.lambda(() => 1);\nexport const mine = app.lambda(() => job.run());`,
    };
    expect(left(files, 'mine')['src/app.ts']).toContain('export const job');
    expect(sliceOf(files, 'mine').whole).toEqual([
      { place: { file: 'src/app.ts', line: 3 }, why: 'code of this function uses it by name' },
    ]);
  });
});

describe('a registration whose function is known is no such case', () => {
  test.each([
    ['a statement', 'app.lambda(() => 1);'],
    ['an argument of a call', 'export const a = wrap(app.lambda(() => 1));'],
    ['a handler that is given in a second call', 'export const a = app.lambda()(() => 1);'],
    ['a cast', 'export const a = app.lambda(() => 1) as Handler;'],
    ['an object', 'export const all = { a: app.lambda(() => 1) };'],
    ['a default export', 'export default app.lambda(() => 1);'],
    ['a route of something that is no app', 'router.route(() => 1);'],
  ])('%s', (_, source) => {
    expect(sliceOf(app(source), 'mine').whole).toEqual([]);
  });

  test('several of one line are told apart by their names', () => {
    const files = {
      'src/app.ts': `${head}\nexport const a = app.lambda(() => 1), mine = app.lambda(() => 2);`,
    };
    expect(left(files, 'mine')['src/app.ts']).toContain('export const mine = app.lambda(() => 2);');
  });

  test('sixty handlers of one file make sixty slices of one handler', () => {
    const names = Array.from({ length: 60 }, (_, index) => `h${index}`);
    const files = {
      'src/app.ts': [
        head,
        ...names.flatMap((name) => [
          `const of${name} = () => '${name}';`,
          `export const ${name} = app.lambda(() => of${name}());`,
        ]),
      ].join('\n'),
    };
    for (const name of names) {
      expect(left(files, name)['src/app.ts']).toBe(
        `${head}\nconst of${name} = () => '${name}';\nexport const ${name} = app.lambda(() => of${name}());`,
      );
    }
  });
});
