import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commandReference } from './command-reference.ts';

test('the page of commands says what --help says; `npm run reference` writes it anew', async () => {
  const page = new URL('../docs/reference/commands.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(await commandReference());
});
