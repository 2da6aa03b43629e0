import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portable, tsconfigOf } from './project.ts';
import { makeProject } from './testing/project.ts';

test('the tsconfig.json is that of the project, or of the nearest folder above', async () => {
  const { project } = await makeProject({
    'tsconfig.json': '{}',
    'apps/own/tsconfig.json': '{}',
    'apps/none/a.ts': '',
  });
  expect(tsconfigOf(join(project, 'apps/own'))).toBe(join(project, 'apps/own/tsconfig.json'));
  expect(tsconfigOf(join(project, 'apps/none'))).toBe(join(project, 'tsconfig.json'));
});

test('a path is written with slashes', () => {
  expect(portable(join('src', 'deep', 'app.ts'))).toBe('src/deep/app.ts');
});
