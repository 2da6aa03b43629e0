import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { tempProject } from '../testing/temp-project.ts';

const app = `import { App } from '@tankard/framework';

export const app = new App('hello');

export const greet = app.route('GET /{name}', (req) => \`Hello \${req.params.name}\`);
`;

test('the manifest is printed as JSON, with the place of every handler', async () => {
  const cwd = await tempProject({ 'src/app.ts': app });
  const { code, stdout, stderr } = await runCommand(cwd, 'manifest', '--project', '.');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    app: 'hello',
    handlers: [
      {
        name: 'greet',
        place: { file: 'src/app.ts', line: 5 },
        trigger: { source: 'route', method: 'GET', path: '/{name}' },
      },
    ],
  });
});

test('--json puts the manifest beside the problems', async () => {
  const cwd = await tempProject({ 'src/app.ts': app });
  const { stdout } = await runCommand(cwd, 'manifest', '--project', '.', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [], manifest: { app: 'hello' } });
});

test('a project without an app exits with 1 and says which file is missing', async () => {
  const cwd = await tempProject({});
  const { code, stdout, stderr } = await runCommand(cwd, 'manifest', '--project', '.');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('✘ APP_NOT_FOUND  The project has no src/app.ts.');
});
