import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './process.mjs';

/** The folders that have a tsconfig.json of their own, the repository first. */
export function typeProjects() {
  const below = ['examples', join('packages', 'cli', 'fixtures')]
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name)));
  return [
    '.',
    'conformance',
    'bench',
    join('packages', 'console'),
    join('tests', 'console'),
    ...below,
  ].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')));
}
