import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { tempProject } from '../testing/temp-project.ts';
import { configOf } from './config-of.ts';

test('--parameter gives values, which may hold an equals sign or be empty', async () => {
  const cwd = await tempProject({ 'package.json': '{}' });
  const args = { project: undefined, stage: 'prod', parameter: ['Token=a=b', 'Empty='] };
  expect(await configOf(args, { cwd })).toMatchObject({
    project: cwd,
    stage: 'prod',
    parameters: { Token: 'a=b', Empty: '' },
  });
});

test('--parameter without a value is wrong usage', async () => {
  const args = { project: undefined, stage: undefined, parameter: ['Token', '=x'] };
  expect(await problemsOf(() => configOf(args, { cwd: '.' }))).toMatchObject([
    { code: 'USAGE_INVALID', message: '--parameter Token gives no value.' },
    { code: 'USAGE_INVALID', message: '--parameter =x gives no value.' },
  ]);
});

test('a command may have a default stage of its own', async () => {
  const cwd = await tempProject({ 'package.json': '{}' });
  const args = { project: undefined, stage: undefined };
  expect((await configOf(args, { cwd }, 'local')).stage).toBe('local');
});
