import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../testing/run-command.ts';
import { tempProject } from '../testing/temp-project.ts';

const files = {
  'package.json': JSON.stringify({ name: 'hello', version: '1.2.3', description: 'Greets people.' }),
  'src/app.ts': `import { App } from '@tankard/framework';

export const app = new App('hello');

/**
 * Greets somebody.
 *
 * @returns What to say.
 */
export const greet = app.route('GET /{name}', (req) => \`Hello \${req.params.name}\`);
`,
};

test('the document is printed as JSON, with what comments and package.json say', async () => {
  const { code, stdout, stderr } = await runCommand(await tempProject(files), 'openapi');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    openapi: '3.1.1',
    info: { title: 'hello', version: '1.2.3', description: 'Greets people.' },
    paths: {
      '/{name}': {
        get: { summary: 'Greets somebody.', responses: { '2XX': { description: 'What to say.' } } },
      },
    },
  });
});

test('--yaml prints the same as YAML', async () => {
  const cwd = await tempProject(files);
  const [json, yaml] = [await runCommand(cwd, 'openapi'), await runCommand(cwd, 'openapi', '--yaml')];
  expect(yaml.stdout).toMatch(/^openapi: 3\.1\.1\n/);
  expect(parse(yaml.stdout)).toEqual(JSON.parse(json.stdout));
});

test('--out writes a file, of the kind that its name says', async () => {
  const cwd = await tempProject(files);
  const { stdout } = await runCommand(cwd, 'openapi', '--out', 'api.yaml');
  expect(stdout).toBe('✔ api.yaml is written.\n');
  expect(parse(await readFile(join(cwd, 'api.yaml'), 'utf8'))).toMatchObject({ openapi: '3.1.1' });
  await runCommand(cwd, 'openapi', '--out', 'api.json');
  expect(JSON.parse(await readFile(join(cwd, 'api.json'), 'utf8'))).toMatchObject({ openapi: '3.1.1' });
});

test("the server is the stage's domain, or what --url says", async () => {
  const domain = { name: 'api.example.com', basePath: 'v1' };
  const config = `export default { stages: { prod: { domain: ${JSON.stringify(domain)} } } };`;
  const cwd = await tempProject({ ...files, 'tankard.config.ts': config });
  const serversOf = async (...words: readonly string[]) =>
    JSON.parse((await runCommand(cwd, 'openapi', ...words)).stdout).servers;
  expect(await serversOf()).toBeUndefined();
  expect(await serversOf('--stage', 'prod')).toEqual([{ url: 'https://api.example.com/v1' }]);
  expect(await serversOf('--url', 'https://a.example', '--url', 'https://b.example')).toEqual([
    { url: 'https://a.example' },
    { url: 'https://b.example' },
  ]);
});

test('a file that can not be written is said to be', async () => {
  const cwd = await tempProject(files);
  const { code, stderr } = await runCommand(cwd, 'openapi', '--out', 'missing/api.json');
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('missing/api.json') });
});
