import { describe, expect, test } from 'vitest';
import { left, sliceOf } from '../testing/sliced.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('x');";
const store = 'class Store {\nclient = new Client();\nget() { return this.client; }\nput() { return 1; }\n}';

/** What the function `mine` keeps of a source that stands below the class `Store`. */
function kept(source: string, more: Readonly<Record<string, string>> = {}): string {
  return left({ 'src/app.ts': `${head}\n${store}\n${source}`, ...more }, 'mine')['src/app.ts'] ?? '';
}

const isWhole = (source: string) =>
  sliceOf({ 'src/app.ts': `${head}\n${store}\n${source}` }, 'mine').whole.map(({ owner, why }) => [
    owner,
    why,
  ]);

describe('of a class that a handler uses stays what it calls, where the object', () => {
  test.each([
    ['is made there', 'export const mine = app.lambda(() => new Store().put());'],
    ['is a constant', 'const store = new Store();\nexport const mine = app.lambda(() => store.put());'],
    ['has two names', 'const a = new Store();\nconst b = a;\nexport const mine = app.lambda(() => b.put());'],
    [
      'is made at first use',
      'let store: Store | undefined;\nexport const mine = app.lambda(() => (store ??= new Store()).put());',
    ],
    [
      'is taken apart',
      'export const mine = app.lambda(() => { const { put } = new Store(); return put(); });',
    ],
    ['is asked by a text', "export const mine = app.lambda(() => new Store()['put']());"],
    [
      'is handed to a function',
      'const save = (to: Store) => to.put();\nexport const mine = app.lambda(() => save(new Store()));',
    ],
    [
      'is handed to a function that takes it apart',
      'function save({ put }: Store) { return put(); }\nexport const mine = app.lambda(() => save(new Store()));',
    ],
    [
      'is the default of a parameter',
      'const save = (to = new Store()) => to.put();\nexport const mine = app.lambda(() => save());',
    ],
    [
      'is returned by a function',
      'const make = async () => new Store();\nexport const mine = app.lambda(async () => (await make()).put());',
    ],
    [
      'is a field of another class',
      'class Shop { store = new Store(); sell() { return this.store.put(); } }\nexport const mine = app.lambda(() => new Shop().sell());',
    ],
    [
      'is given to another class',
      'class Shop { constructor(private store: Store) {} sell() { return this.store.put(); } }\nexport const mine = app.lambda(() => new Shop(new Store()).sell());',
    ],
    [
      'is what a getter gives',
      'class Shop { get store() { return new Store(); } }\nexport const mine = app.lambda(() => new Shop().store.put());',
    ],
    [
      'is in an object',
      'const all = { store: new Store(), other: 1 };\nexport const mine = app.lambda(() => all.store.put());',
    ],
    ['is one of two', 'export const mine = app.lambda((event) => (event ? new Store() : undefined)?.put());'],
    ['is used by its class', 'export const mine = app.lambda(() => Reflect && new Store().put());'],
    [
      'is of a class that extends it',
      'class More extends Store { save() { return super.put(); } }\nexport const mine = app.lambda(() => new More().save());',
    ],
    [
      'is printed',
      'export const mine = app.lambda(() => { const s = new Store(); console.log(s); s.put(); });',
    ],
  ])('%s', (_, source) => {
    const text = kept(source);
    expect(text).toContain('put() {');
    expect(text).not.toContain('get() {');
    expect(text).not.toContain('new Client()');
    expect(isWhole(source)).toEqual([]);
  });

  test('comes from another file, by name, as default and as a member of the file', () => {
    const more = {
      'src/store.ts': `export ${store}\nexport const one = new Store();\nexport default new Store();`,
      'src/index.ts': "export * from './store.ts';\nexport * as all from './store.ts';",
    };
    const imports = [
      ["import { one } from './index.ts';", 'one'],
      ["import one from './store.ts';", 'one'],
      ["import * as file from './store.ts';", 'file.one'],
      ["import { all } from './index.ts';", 'all.one'],
    ];
    for (const [line, name] of imports) {
      const app = `${line}\n${head}\nexport const mine = app.lambda(() => ${name}.put());`;
      const text = left({ 'src/app.ts': app, ...more }, 'mine')['src/store.ts'];
      expect(text).toContain('put() {');
      expect(text).not.toContain('get() {');
    }
  });
});

describe('a class stays whole, and is named, where its object', () => {
  test.each([
    ['goes to a package', 'send(new Store())', 'it is handed to send, which cannot be followed'],
    ['goes into a list', '[new Store()].map((one) => one.put())', 'it is stored where it cannot be followed'],
    ['is spread', '({ ...new Store() })', 'it is stored where it cannot be followed'],
    [
      'is read by a computed name',
      'new Store()[event]()',
      'one of its members is read by a name that is only known when it runs',
    ],
    ['is returned', 'new Store()', "it is returned to code that is not the project's"],
    ['is stored outside', 'globalThis.store = new Store()', 'it is stored where it cannot be followed'],
    [
      'is taken apart by a rest',
      '{ const { put, ...rest } = new Store(); return rest; }',
      'its members are taken out of it by names that cannot be seen',
    ],
  ])('%s', (_, expression, why) => {
    const source = `export const mine = app.lambda((event) => ${expression});`;
    expect(kept(source)).toContain('get() {');
    expect(isWhole(source)).toEqual([['Store', why]]);
  });

  test('is of a class that extends one of a package', () => {
    const source =
      'class Mine extends Base { get() {} put() {} }\nexport const mine = app.lambda(() => new Mine().put());';
    expect(kept(source)).toContain('get() {}');
    expect(isWhole(source)).toEqual([['Mine', 'it extends Base, which may call any method']]);
  });

  test('is in an object that goes away', () => {
    const source = 'export const mine = app.lambda(() => send({ store: new Store() }));';
    expect(isWhole(source)).toEqual([['Store', 'it is handed to send, which cannot be followed']]);
  });
});

test('an error class is not named: an error asks AWS for nothing', () => {
  const source =
    'class Gone extends Error { why() {} }\nexport const mine = app.lambda(() => { throw new Gone(); });';
  expect(isWhole(source)).toEqual([]);
});

describe('of an object of functions stays what is called', () => {
  const functions = 'get() { return this.check(); },\nput: () => 1,\ncheck() {},\ntext: [],\n';

  test.each([
    ['a constant', `const store = {\n${functions}};\nexport const mine = app.lambda(() => store.put());`],
    [
      'what a function returns',
      `function make() { return {\n${functions}}; }\nconst store = make();\nexport const mine = app.lambda(() => store.put());`,
    ],
    [
      'what an arrow function returns',
      `const make = () => ({\n${functions}} satisfies Made);\nexport const mine = app.lambda(() => make().put());`,
    ],
  ])('%s', (_, source) => {
    const text = kept(source);
    expect(text).toContain('put: () => 1');
    expect(text).not.toContain('check');
    expect(text).not.toContain('text');
  });

  test('with what it reaches through this', () => {
    const text = kept(`const store = {\n${functions}};\nexport const mine = app.lambda(() => store.get());`);
    expect(text).toMatch(/get\(\).+check\(\) \{\}/s);
    expect(text).not.toContain('put:');
  });

  test('nothing but its braces where nothing is called', () => {
    expect(kept(`const store = {\n${functions}};\nexport const mine = app.lambda(() => store);`)).toContain(
      'put:',
    );
    expect(
      kept(`const store = {\n${functions}};\nexport const mine = app.lambda(() => typeof store);`),
    ).toContain('const store = {\n};');
  });
});
