import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the picture in the README is what tankard graph draws', async () => {
  const tankard = join(root, 'node_modules', '.bin', 'tankard');
  const { stdout } = await promisify(execFile)(tankard, ['graph', '--project', 'examples/group-mailer'], {
    cwd: root,
  });
  expect(readme).toContain(`\`\`\`mermaid\n${stdout}\`\`\``);
});

test('every file that the README points to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
});

test('the npm scripts that the README names exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = [...readme.matchAll(/^npm (?:run )?(\w+)$/gm)].map(([, name = '']) => name);
  expect(named).toEqual(['start', 'test']);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});
