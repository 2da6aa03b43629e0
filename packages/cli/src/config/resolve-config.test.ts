import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { tempProject } from '../testing/temp-project.ts';
import { type ConfigRequest, resolveConfig } from './resolve-config.ts';

const withConfig = (config: string, more: Record<string, string> = {}) =>
  tempProject({ 'tankard.config.ts': config, ...more });

async function refusal(files: Record<string, string>, request: ConfigRequest = {}) {
  const cwd = await tempProject(files);
  const problems = await problemsOf(() => resolveConfig({ cwd, ...request }));
  return problems.map(({ code, message, place, remedy }) => ({
    code,
    said: `${message} ${remedy}`,
    at: place && `${place.file}:${place.line}`,
  }));
}

test('a project without a configuration file gets the defaults', async () => {
  const cwd = await tempProject({ 'package.json': '{}' });
  expect(await resolveConfig({ cwd })).toEqual({
    project: cwd,
    entry: join(cwd, 'src/app.ts'),
    file: undefined,
    stage: 'dev',
    api: 'http',
    parameters: {},
    defaults: {},
    functions: {},
    sdk: 'bundle',
    sourceMaps: false,
    state: undefined,
    tags: {},
  });
});

test('the project is the nearest folder upwards that has a package.json', async () => {
  const cwd = await tempProject({ 'package.json': '{}', 'src/deep/app.ts': '' });
  expect((await resolveConfig({ cwd: join(cwd, 'src/deep') })).project).toBe(cwd);
});

test('--project is the folder itself, relative to where the command runs', async () => {
  const cwd = await tempProject({ 'package.json': '{}', 'apps/one/src/app.ts': '' });
  expect((await resolveConfig({ cwd, project: 'apps/one' })).project).toBe(join(cwd, 'apps/one'));
});

test('the configuration may be typed, split over files, and is merged for the stage', async () => {
  const cwd = await withConfig(
    `import { defineConfig } from '@tankard/framework/config';
     import { prod } from './stages';
     export default defineConfig({ entry: 'src/main.ts', api: 'rest', defaults: { memory: 512 }, stages: { prod } });`,
    { 'stages.ts': `export const prod = { api: 'http' as const, parameters: { Email: 'a@b.example' } };` },
  );
  const config = await resolveConfig({ cwd, stage: 'prod', parameters: { Token: 'x' } });
  expect(config).toMatchObject({
    entry: join(cwd, 'src/main.ts'),
    file: join(cwd, 'tankard.config.ts'),
    stage: 'prod',
    api: 'http',
    defaults: { memory: 512 },
    parameters: { Email: 'a@b.example', Token: 'x' },
  });
});

test('a parameter of the command line wins over the stage', async () => {
  const cwd = await withConfig(`export default { stages: { prod: { parameters: { A: 'file' } } } };`);
  const config = await resolveConfig({ cwd, stage: 'prod', parameters: { A: 'flag' } });
  expect(config.parameters).toEqual({ A: 'flag' });
});

test('the default stage needs no entry, and a command may have another default', async () => {
  const cwd = await withConfig(`export default { stages: { prod: {} } };`);
  expect((await resolveConfig({ cwd })).stage).toBe('dev');
  expect((await resolveConfig({ cwd, defaultStage: 'local' })).stage).toBe('local');
});

test('a changed configuration is loaded anew', async () => {
  const cwd = await withConfig(`export default { api: 'rest' };`);
  expect((await resolveConfig({ cwd })).api).toBe('rest');
  await writeFile(join(cwd, 'tankard.config.ts'), `export default { api: 'http' };`);
  expect((await resolveConfig({ cwd })).api).toBe('http');
});

test('a plain JavaScript configuration is loaded as well', async () => {
  const cwd = await tempProject({ 'tankard.config.mjs': `export default { api: 'rest' };` });
  expect((await resolveConfig({ cwd })).api).toBe('rest');
});

test('a folder that is not there is PROJECT_NOT_FOUND', async () => {
  expect(await refusal({}, { project: 'nowhere' })).toMatchObject([
    { code: 'PROJECT_NOT_FOUND', said: expect.stringContaining("There is no folder 'nowhere'.") },
  ]);
});

test('every mistake is reported with its line', async () => {
  const config = `export default {\n  api: 'soap',\n  defaults: {\n    memory: 1,\n    tmeout: 3,\n  },\n};`;
  expect(await refusal({ 'tankard.config.ts': config })).toMatchObject([
    { code: 'CONFIG_TYPE', at: 'tankard.config.ts:2' },
    { code: 'CONFIG_BOUNDS', at: 'tankard.config.ts:4' },
    { code: 'CONFIG_UNKNOWN_KEY', at: 'tankard.config.ts:5', said: expect.stringContaining("'timeout'") },
  ]);
});

test('an export that is not an object is CONFIG_TYPE', async () => {
  expect(await refusal({ 'tankard.config.ts': 'export default () => ({});' })).toEqual([
    {
      code: 'CONFIG_TYPE',
      at: 'tankard.config.ts:1',
      said: 'The default export is a function, but must be an object. Write an object.',
    },
  ]);
});

test('a file without a default export is CONFIG_NOT_EXPORTED', async () => {
  expect(await refusal({ 'tankard.config.ts': 'export const config = {};' })).toMatchObject([
    { code: 'CONFIG_NOT_EXPORTED', at: 'tankard.config.ts:1' },
  ]);
});

test('a syntax error is CONFIG_SYNTAX at its line', async () => {
  expect(await refusal({ 'tankard.config.ts': 'export default {\n  api: ,\n};' })).toMatchObject([
    { code: 'CONFIG_SYNTAX', at: 'tankard.config.ts:2' },
  ]);
});

test('an import of a file that is not there is CONFIG_SYNTAX', async () => {
  const config = `import { prod } from './stages.ts';\nexport default { stages: { prod } };`;
  expect(await refusal({ 'tankard.config.ts': config })).toMatchObject([
    { code: 'CONFIG_SYNTAX', at: 'tankard.config.ts:1', said: expect.stringContaining('./stages.ts') },
  ]);
});

test('a configuration that throws is CONFIG_THREW at the line that threw', async () => {
  const files = {
    'tankard.config.ts': `import { read } from './read.ts';\nexport default { entry: read() };`,
    'read.ts': `interface Unused { a: string }\n\nexport function read(): string {\n  throw new Error('no STAGE set');\n}`,
  };
  expect(await refusal(files)).toMatchObject([
    { code: 'CONFIG_THREW', at: 'read.ts:4', said: expect.stringContaining('no STAGE set') },
  ]);
});

test('a package that is not installed is CONFIG_THREW and says to install it', async () => {
  const config = `import 'not-installed';\nexport default {};`;
  expect(await refusal({ 'tankard.config.ts': config })).toMatchObject([
    { code: 'CONFIG_THREW', said: expect.stringMatching(/not-installed.*Install the package/) },
  ]);
});

test('two configuration files are CONFIG_TWICE', async () => {
  const files = { 'tankard.config.ts': 'export default {};', 'tankard.config.mjs': 'export default {};' };
  expect(await refusal(files)).toMatchObject([{ code: 'CONFIG_TWICE' }]);
});

test('an unknown stage is STAGE_UNKNOWN with the nearest one', async () => {
  const config = 'export default { stages: { prod: {}, test: {} } };';
  expect(await refusal({ 'tankard.config.ts': config }, { stage: 'prd' })).toMatchObject([
    { code: 'STAGE_UNKNOWN', said: expect.stringContaining("Did you mean 'prod'?") },
  ]);
  expect(await refusal({ 'tankard.config.ts': config }, { stage: 'toString' })).toMatchObject([
    { code: 'STAGE_UNKNOWN', said: expect.stringContaining('Stages: dev, prod, test.') },
  ]);
});

test('without a list of stages any stage goes whose name fits', async () => {
  const cwd = await tempProject({});
  expect((await resolveConfig({ cwd, project: '.', stage: 'feature-7' })).stage).toBe('feature-7');
  expect(await refusal({}, { project: '.', stage: 'a/b' })).toMatchObject([{ code: 'STAGE_INVALID' }]);
});
