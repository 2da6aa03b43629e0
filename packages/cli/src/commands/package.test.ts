import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../testing/run-command.ts';
import { sampleApp } from '../testing/sample-app.ts';
import { tempProject } from '../testing/temp-project.ts';

const project = (files: Record<string, string> = {}) =>
  tempProject({ 'package.json': '{}', 'src/app.ts': sampleApp, ...files });

async function refusal(files: Record<string, string>, ...words: string[]) {
  const cwd = await project(files);
  const { code, stdout } = await runCommand(cwd, 'package', ...words, '--json');
  return {
    code,
    codes: JSON.parse(stdout).problems.map((one: { code: string }) => one.code),
    entries: await readdir(cwd),
  };
}

test('a project becomes a template, a zip and a map for each function, in its dist', async () => {
  const cwd = await project();
  const { code, stdout, stderr } = await runCommand(cwd, 'package');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /api\.zip +\d+ KB\n +count\.zip +\d+ KB\n +template\.yaml +\d+ resources\n✔ sample .* dist\n$/,
  );
  expect((await readdir(join(cwd, 'dist'), { recursive: true })).sort()).toEqual([
    'api.zip',
    'count.zip',
    'maps',
    'maps/api.map',
    'maps/count.map',
    'template.yaml',
  ]);
});

test('--out is relative to where the command runs, and --json tells what was written', async () => {
  const cwd = await project();
  const words = ['--project', '.', '--out', 'a/b', '--stage', 'prod', '--format', 'json', '--json'];
  const { stdout } = await runCommand(cwd, 'package', ...words);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    app: 'sample',
    stage: 'prod',
    out: join(cwd, 'a/b'),
    template: 'template.json',
    functions: [
      { function: 'api', zip: 'api.zip' },
      { function: 'count', zip: 'count.zip' },
    ],
  });
  const template = JSON.parse(await readFile(join(cwd, 'a/b/template.json'), 'utf8'));
  expect(template.Resources.CountFunction.Properties.FunctionName).toBe('sample-prod-count');
});

test('a function gets the variables and the rights that its own code asks for', async () => {
  const cwd = await project();
  await runCommand(cwd, 'package', '--parameter', 'Greeting=Hello');
  const { Parameters, Resources } = parse(await readFile(join(cwd, 'dist/template.yaml'), 'utf8'));
  const variables = (name: string) => Object.keys(Resources[name].Properties.Environment.Variables);
  const actions = (name: string) =>
    Resources[name].Properties.Policies[0].PolicyDocument.Statement.flatMap(
      (one: { Action: string }) => one.Action,
    );
  expect(Parameters.Greeting.Default).toBe('Hello');
  expect(variables('ApiFunction')).toEqual(['TANKARD_PARAMETER_GREETING', 'TANKARD_TABLE_NAMES']);
  expect(variables('CountFunction')).toEqual(['TANKARD_TABLE_NAMES']);
  expect(actions('ApiRole')).toContain('dynamodb:PutItem');
  expect(actions('CountRole')).toContain('dynamodb:Scan');
  expect(actions('CountRole')).not.toContain('dynamodb:PutItem');
});

test('a second run writes the same bytes and leaves the zips alone', async () => {
  const cwd = await project();
  await runCommand(cwd, 'package');
  const read = () =>
    Promise.all(['api.zip', 'count.zip', 'template.yaml'].map((name) => readFile(join(cwd, 'dist', name))));
  const [before, { mtimeMs }] = [await read(), await stat(join(cwd, 'dist/api.zip'))];
  await runCommand(cwd, 'package');
  expect(await read()).toEqual(before);
  expect((await stat(join(cwd, 'dist/api.zip'))).mtimeMs).toBe(mtimeMs);
});

test('mistakes in the configuration and in the app write nothing', async () => {
  const config = "export default { functions: { apo: { memory: 512 } }, parameters: { Greting: 'x' } };";
  expect(await refusal({ 'tankard.config.ts': config })).toMatchObject({
    code: 1,
    codes: ['CONFIG_FUNCTION_UNKNOWN', 'CONFIG_PARAMETER_UNKNOWN'],
    entries: expect.not.arrayContaining(['dist']),
  });
});

test('a mistake leaves what an earlier run wrote as it was', async () => {
  const cwd = await project();
  await runCommand(cwd, 'package');
  const before = await readFile(join(cwd, 'dist/template.yaml'), 'utf8');
  const listening =
    "\nexport const seen = app.onS3Event(app.bucket.existing('old'), { events: ['s3:ObjectCreated:*'] }, () => 1);\n";
  await writeFile(join(cwd, 'src/app.ts'), sampleApp + listening);
  const { code, stderr } = await runCommand(cwd, 'package');
  expect(code).toBe(1);
  expect(stderr).toContain('✘ S3_EXISTING_IN_TEMPLATE');
  expect(await readFile(join(cwd, 'dist/template.yaml'), 'utf8')).toBe(before);
  expect(await readdir(join(cwd, 'dist'))).not.toContain('seen.zip');
});

test('an output folder that cannot be made is OUTPUT_NOT_WRITABLE', async () => {
  expect(await refusal({ file: 'not a folder' }, '--out', 'file/out')).toMatchObject({
    code: 1,
    codes: ['OUTPUT_NOT_WRITABLE'],
  });
});

test('a function that is gone takes its zip with it', async () => {
  const cwd = await project();
  await runCommand(cwd, 'package');
  await writeFile(join(cwd, 'src/app.ts'), sampleApp.slice(0, sampleApp.indexOf('export const count')));
  await runCommand(cwd, 'package');
  expect(await readdir(join(cwd, 'dist'))).not.toContain('count.zip');
});

test('a template that somebody else wrote is left alone', async () => {
  const files = { 'dist/template.yaml': 'Resources: {}\n' };
  const cwd = await project(files);
  const { code, stdout } = await runCommand(cwd, 'package', '--json');
  expect({ code, problems: JSON.parse(stdout).problems }).toMatchObject({
    code: 1,
    problems: [{ code: 'OUTPUT_NOT_OURS', message: expect.stringContaining('template.yaml') }],
  });
  expect(await readdir(join(cwd, 'dist'))).toEqual(['template.yaml']);
});

test('the template of the other format goes, unless somebody else wrote it', async () => {
  const cwd = await project();
  const templates = async () => (await readdir(join(cwd, 'dist'))).filter((name) => /^template/.test(name));
  await runCommand(cwd, 'package');
  await runCommand(cwd, 'package', '--format', 'json');
  expect(await templates()).toEqual(['template.json']);
  await writeFile(join(cwd, 'dist/template.json'), '{}');
  expect((await runCommand(cwd, 'package')).code).toBe(0);
  expect(await templates()).toEqual(['template.json', 'template.yaml']);
});
