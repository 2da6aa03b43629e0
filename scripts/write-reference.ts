// Writes the pages below docs/reference that are made from the source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandReference } from '../tests/command-reference.ts';
import { errorReference } from '../tests/error-reference.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'reference');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'errors.md'), errorReference());
writeFileSync(join(folder, 'commands.md'), await commandReference());
