import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorReference, registries } from './error-reference.ts';
import { sourceFiles } from './source-files.ts';

const all = registries.flatMap(({ codes }) => Object.keys(codes));

test('the page of errors says what the registries say; `npm run reference` writes it anew', () => {
  const page = new URL('../docs/reference/errors.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(errorReference());
});

test('every code is provoked by a test', () => {
  const tests = sourceFiles('packages', 'tests', 'examples')
    .filter(({ path }) => path.endsWith('.test.ts'))
    .map(({ text }) => text)
    .join('\n');
  expect(all.filter((code) => !new RegExp(`\\b${code}\\b`).test(tests))).toEqual([]);
});

test('a code is used by something that is no test', () => {
  const sources = sourceFiles('packages')
    .filter(({ path }) => !/\.test(-d)?\.ts$|\/codes\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n');
  expect(all.filter((code) => !new RegExp(`\\b${code}\\b`).test(sources))).toEqual([]);
});

test('a code stands in one registry only, and registries are in alphabetical order', () => {
  expect(new Set(all).size).toBe(all.length);
  for (const { codes } of registries) expect(Object.keys(codes)).toEqual(Object.keys(codes).sort());
});
