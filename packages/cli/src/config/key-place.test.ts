import { expect, test } from 'vitest';
import { keyPlace } from './key-place.ts';

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

test('a configuration that is made by code has no place', () => {
  expect(line('export default function make() { return {} }', 'stages')).toBeUndefined();
  expect(line('const a = 1;', 'stages')).toBeUndefined();
});
