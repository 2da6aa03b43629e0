import { join } from 'node:path';
import { type LocalTestApp, startLocal } from '@tankard/cli/local';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundled } from './client/bundled.ts';
import { complaintsOfDeclarations } from './client/declared.ts';
import * as library from './client/library/app.ts';
import { EXPECTED, visit } from './client/visit.ts';
import { startBrowser } from './console/browser.ts';

const program = join(import.meta.dirname, 'client', 'visit.ts');

let local: LocalTestApp;
beforeAll(async () => {
  local = await startLocal(library);
});
afterAll(() => local?.close());

test('Node sees what the types say', async () => {
  expect(await visit(local.url)).toEqual(EXPECTED);
});

test('a browser sees the same from a page of another origin', async () => {
  const { text } = await bundled(program, 'library');
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: text });
    const seen = await page.evaluate(`library.visit(${JSON.stringify(local.url)})`);
    expect(seen).toEqual(EXPECTED);
  } finally {
    await browser.close();
  }
}, 60_000);

test('a client holds nothing of the app, of its schemas or of the framework that serves it', async () => {
  const { files, text } = await bundled(program, 'library');
  expect(files).toEqual([
    'packages/framework/src/client/address.ts',
    'packages/framework/src/client/content.ts',
    'packages/framework/src/client/create-client.ts',
    'packages/framework/src/http/pattern.ts',
    'tests/client/visit.ts',
  ]);
  expect(text).not.toMatch(/zod|TANKARD|node:|process\./);
});

test('the types of routes can be written down for projects that refer to the app', async () => {
  expect(await complaintsOfDeclarations()).toBe('');
}, 60_000);
