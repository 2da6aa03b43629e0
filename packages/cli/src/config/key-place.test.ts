import { expect, test } from 'vitest';
import { exactKeyPlace, keyPlace } from './key-place.ts';

const line = (source: string, ...path: string[]) => keyPlace('tankard.config.ts', source, path)?.line;

test('a key is found through defineConfig', () => {
  expect(
    line(
      'import x from "y";\nexport default defineConfig({\n  stages: {\n    prod: {\n memory: 1 } } });',
      'stages',
      'prod',
      'memory',
    ),
  ).toBe(5);
});

test('a key is found through satisfies, a name and quotes', () => {
  const source =
    'const shared = {\n  "send-mail": {\n    memory: 1 } };\nconst all = { functions: shared };\nexport default all satisfies Config;';
  expect(line(source, 'functions', 'send-mail', 'memory')).toBe(3);
});

test('an item of a list is found by its index', () => {
  expect(line('export default {\n  assets: [\n    "a",\n    7,\n  ] }', 'assets', '1')).toBe(4);
});

test('a key that cannot be seen is placed at the nearest one above it', () => {
  expect(
    line('export default {\n  functions: {\n    api: make(),\n  } }', 'functions', 'api', 'memory'),
  ).toBe(3);
  expect(line('export default {\n  functions: make(),\n }', 'functions', 'api')).toBe(2);
});

test('a key is found through what is spread into the object', () => {
  const source = 'const shared = {\n  sdk: 1,\n};\nexport default {\n  ...shared,\n};';
  expect(line(source, 'sdk')).toBe(2);
});

test('a key is found where the default export is a name in a list', () => {
  expect(line('const all = {\n  sdk: 1,\n};\nexport { all as default };', 'sdk')).toBe(2);
});

test('a configuration that is made by code is placed at its export', () => {
  expect(line('import a from "a";\nexport default make(a.b);', 'stages')).toBe(2);
  expect(line('\nexport default function make() { return {} }', 'stages')).toBe(2);
  expect(line('const a = 1;', 'stages')).toBeUndefined();
});

test('a key that has to be seen itself is found exactly or not at all', () => {
  const source = 'export default {\n  functions: {\n    api: make(),\n  } }';
  const exact = (...path: string[]) => exactKeyPlace('tankard.config.ts', source, path)?.line;
  expect(exact('functions', 'api')).toBe(3);
  expect(exact('functions', 'api', 'memory')).toBeUndefined();
});
