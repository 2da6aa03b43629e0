import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../testing/run-command.ts';
import { tempProject } from '../../testing/temp-project.ts';
import { startLocal } from '../testing/local-process.ts';

const APP = `import { App, Rate } from '@tankard/framework';

export const app = new App('sample');
const jobs = app.queue('Jobs');

export const hello = app.route('GET /hello/{name}', async (req) => ({ hello: req.params.name }));
export const hourly = app.schedule(Rate.hours(1), async (event) => event.time.toISOString());
export const work = app.onSqsMessage(jobs, async (message) => { if (message.body === 'bad') throw new Error('no'); });
export const double = app.lambda(async (event) => event.n * 2);
`;

test('what ran can be listed, looked at, saved and run again, also in the next session', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = async (...words: string[]) => runCommand(project, 'local', ...words);
  const first = await startLocal(project);
  await (await fetch(`${first.url}/hello/ann`)).text();
  expect(JSON.parse((await local('trigger', 'double', '--payload', '{"n":2}')).stdout)).toBe(4);
  expect(JSON.parse((await local('trigger', 'work')).stdout)).toEqual({ batchItemFailures: [] });

  const listed = JSON.parse((await local('invocations', '--json')).stdout).invocations;
  expect(listed.map((one: { cause: { what: string } }) => one.cause.what)).toEqual([
    'GET /hello/ann',
    'double',
    'work',
  ]);
  expect((await local('invocations')).stdout).toMatch(/GET \/hello\/ann → api done \d+ ms, cold {2}\w{8}\n/);
  const { id } = listed[1];
  expect((await local('invocations', id)).stdout).toMatch(
    /^double done[\s\S]*Event\n{\n {2}"n": 2\n}[\s\S]*Result\n4/,
  );
  await local('invocations', id, '--save', 'event.json');
  expect(JSON.parse(await readFile(join(project, 'event.json'), 'utf8'))).toEqual({ n: 2 });
  expect(JSON.parse((await local('trigger', 'double', '--payload', '@event.json')).stdout)).toBe(4);
  await first.end('SIGKILL');

  await startLocal(project);
  expect(JSON.parse((await local('replay', id)).stdout)).toBe(4);
  const unknown = await local('replay', 'zzz');
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('LOCAL_INVOCATION_UNKNOWN')]);
});

test('the clock of a running app is moved from the command line, and what is due runs', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const session = await startLocal(project);
  const now = Date.parse((await runCommand(project, 'local', 'clock')).stdout.trim());
  const moved = await runCommand(project, 'local', 'clock', '2h');
  expect(Math.round((Date.parse(moved.stdout.trim()) - now) / 3_600_000)).toBe(2);
  await expect.poll(() => session.output().match(/hourly done/g)?.length).toBe(2);
  expect((await runCommand(project, 'local', 'clock', 'soon')).stderr).toContain('USAGE_INVALID');
});
