import { describe, expect, it } from 'vitest';
import { readFile } from './code-file.ts';

const read = (source: string, cuts: Parameters<typeof readFile>[0]['cuts'] = []) =>
  readFile(
    { path: '/project/src/app.ts', source, imports: new Map(), lazyImports: new Map(), cuts },
    'src/app.ts',
  );

describe('readFile', () => {
  it('does not see what was cut, and keeps every line', () => {
    const source = "import { a } from 'a';\nexport const gone = a();\nexport const kept = b();\n";
    const start = source.indexOf('export const gone');
    const file = read(source, [{ start, end: source.indexOf('export const kept'), with: '' }]);
    expect(file.topName('gone')).toBeUndefined();
    const call = file.running.find(({ type }) => type === 'CallExpression');
    expect(call && file.placeOf(call)).toEqual({ file: 'src/app.ts', line: 3 });
  });

  it('sees a field without its value where the value was cut', () => {
    const source = 'class Store { db = connectToTheDatabase(); }';
    const file = read(source, [{ start: source.indexOf(' ='), end: source.indexOf(';'), with: '' }]);
    const types = file.running.map(({ type }) => type);
    expect(types).toContain('PropertyDefinition');
    expect(types).not.toContain('CallExpression');
  });

  it('holds apart names that hide each other', () => {
    const file = read('const put = 1; function f(put) { return put; } put;');
    const uses = file.running.filter((node) => node.type === 'Identifier' && node.name === 'put');
    const names = uses.map((node) => file.nameOf(node));
    expect(names[0]).toBe(names[3]);
    expect(names[1]).toBe(names[2]);
    expect(names[0]).not.toBe(names[1]);
  });

  it('takes the name of a class inside and outside of it for one', () => {
    const file = read('class Store { static make() { return new Store(); } } new Store();');
    const name = file.topName('Store');
    expect(name?.references).toHaveLength(2);
  });

  it('lists nothing of types as running', () => {
    const file = read(
      "import type { A } from 'a'; type B = A; interface C { b: B } declare const d: C; export type { C }; const e: B = f as B;",
    );
    const names = file.running.flatMap((node) => (node.type === 'Identifier' ? [node.name] : []));
    expect(names).toEqual(['e', 'f']);
  });
});
