import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULTS } from '../packages/framework/src/defaults.ts';
import { registries } from './error-reference.ts';
import { anchorsOf, linksOf, pagesIn, readPage } from './guide/pages.ts';

/** Variables that AWS's SDKs read; they look like codes. */
const variables = new Set(['AWS_ENDPOINT_URL']);

const root = join(import.meta.dirname, '..');
const pages = ['docs', 'docs/guide', 'docs/reference', 'docs/decisions'].flatMap(pagesIn);

test.each(pages.map((page) => [page.path, page] as const))('what %s points to is there', (path, page) => {
  const missing = linksOf(page).filter(({ file, anchor }) => {
    const target = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(readPage(target)).includes(anchor);
  });
  expect(missing).toEqual([]);
});

test('every page of the guide and every decision is on its list', () => {
  for (const folder of ['docs/guide', 'docs/decisions']) {
    const listed = linksOf(readPage(`${folder}/README.md`)).map(({ file }) => file);
    const files = pagesIn(folder).map(({ path }) => path.slice(folder.length + 1));
    expect(listed).toEqual(expect.arrayContaining(files.filter((file) => file !== 'README.md')));
  }
});

test('an error that a page names is one that exists', () => {
  const codes = new Set(registries.flatMap((registry) => Object.keys(registry.codes)));
  const families = new Set([...codes].map((code) => code.split('_', 1)[0]));
  const unknown = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => families.has(name.split('_', 1)[0]) && !codes.has(name) && !variables.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('a decision has a context, a choice and a consequence, on 40 lines at most', () => {
  for (const { path, text } of pagesIn('docs/decisions')) {
    if (path.endsWith('README.md')) continue;
    expect(text.match(/^## .*$/gm), path).toEqual(['## Context', '## Choice', '## Consequence']);
    expect(text.split('\n').length, path).toBeLessThanOrEqual(40);
  }
});

test('the table of defaults says what the code does', () => {
  const { text } = readPage('docs/reference/defaults.md');
  const shown = Object.fromEntries(
    [...text.matchAll(/^\| .*? \| `(.*?)` .*\| `(\w[\w.]*)` \|$/gm)].map(([, value, key]) => [key, value]),
  );
  const flat = Object.entries(DEFAULTS).flatMap(([key, value]) =>
    typeof value === 'object'
      ? Object.entries(value).map(([inner, one]) => [`${key}.${inner}`, String(one)])
      : [[key, String(value)]],
  );
  expect(shown).toEqual(Object.fromEntries(flat));
});
