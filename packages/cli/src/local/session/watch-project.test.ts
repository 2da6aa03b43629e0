import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempProject } from '../../testing/temp-project.ts';
import { watchProject } from './watch-project.ts';

async function watched() {
  const project = await tempProject({ 'src/app.ts': '', 'dist/old.js': '', '.tankard/cache/x.mjs': '' });
  const changes = new Set<string>();
  const stop = watchProject(project, (path) => changes.add(relative(project, path)));
  onTestFinished(stop);
  return { project, changes, stop };
}

test('code that is written, made in a new folder or removed is a change', async () => {
  const { project, changes } = await watched();
  await writeFile(join(project, 'src/app.ts'), '1');
  await expect.poll(() => [...changes]).toContain(join('src', 'app.ts'));
  await mkdir(join(project, 'src/deep/er'), { recursive: true });
  await expect.poll(() => [...changes]).toContain(join('src', 'deep'));
  await writeFile(join(project, 'src/deep/er/new.ts'), '1');
  await expect.poll(() => [...changes]).toContain(join('src', 'deep', 'er', 'new.ts'));
  changes.clear();
  await rm(join(project, 'src/app.ts'));
  await expect.poll(() => [...changes]).toContain(join('src', 'app.ts'));
});

test('output, packages and hidden folders are not looked at', async () => {
  const { project, changes } = await watched();
  await writeFile(join(project, 'dist/old.js'), '1');
  await writeFile(join(project, '.tankard/cache/x.mjs'), '1');
  await writeFile(join(project, 'src/notes.md'), '1');
  await writeFile(join(project, 'src/last.ts'), '1');
  await expect.poll(() => [...changes]).toEqual([join('src', 'last.ts')]);
});
