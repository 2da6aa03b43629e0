import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { sampleApp } from '../testing/sample-app.ts';
import { tempProject } from '../testing/temp-project.ts';

test('the graph is drawn as Mermaid on stdout and nothing else', async () => {
  const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': sampleApp });
  const { code, stdout, stderr } = await runCommand(cwd, 'graph');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^flowchart LR\n/);
  for (const part of ['POST /{name}', 'rate(1 hour)', 'table Names', 'count']) expect(stdout).toContain(part);
});

test('--svg draws the same as a file', async () => {
  const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': sampleApp });
  const { code, stdout } = await runCommand(cwd, 'graph', '--svg');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  for (const part of ['POST /{name}', 'rate(1 hour)', '>Names<', 'count']) expect(stdout).toContain(part);
});

test('--json gives every AWS resource of the app', async () => {
  const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': sampleApp });
  const { graph } = JSON.parse((await runCommand(cwd, 'graph', '--json', '--stage', 'prod')).stdout);
  expect(graph).toMatchObject({ app: 'sample', stage: 'prod', parameters: [{ name: 'Greeting' }] });
  expect(graph.nodes.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['function:count', 'table:Names', 'role:count', 'http-route:POST /{name}']),
  );
});

test('an app with a mistake is drawn all the same, and the exit code says that it has one', async () => {
  const config = 'export default { functions: { cuont: { memory: 512 } } };';
  const cwd = await tempProject({
    'package.json': '{}',
    'src/app.ts': sampleApp,
    'tankard.config.ts': config,
  });
  const { code, stdout, stderr } = await runCommand(cwd, 'graph');
  expect(code).toBe(1);
  expect(stdout).toContain('flowchart LR');
  expect(stderr).toContain('CONFIG_FUNCTION_UNKNOWN');
});
