import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempProject } from '../../testing/temp-project.ts';
import { startLocal } from '../testing/local-process.ts';

const APP = `import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { App } from '@tankard/framework';

export const app = new App('sample');
export const chat = app.route('GET /chat', { stream: true }, async function* ({ query }) {
  yield 'one ';
  while (!existsSync(query.until ?? '')) await wait(5);
  yield 'two';
});
export const breaks = app.route('GET /breaks', { stream: true }, async function* () {
  yield 'one ';
  throw new RangeError('in the source');
});
`;

test('a function in a process of its own streams to a client, and what goes wrong on the way stands in the log', async () => {
  const project = await tempProject({
    'src/app.ts': APP,
    'tankard.config.ts': "export default { api: 'rest' };\n",
  });
  const local = await startLocal(project);
  const until = join(project, 'until');
  const answer = await fetch(`${local.url}/chat?until=${encodeURIComponent(until)}`);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const chunks = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect(await chunks?.read()).toEqual({ done: false, value: 'one ' });
  await writeFile(until, '');
  expect(await chunks?.read()).toEqual({ done: false, value: 'two' });
  expect(await chunks?.read()).toMatchObject({ done: true });

  const broken = await fetch(`${local.url}/breaks`);
  await expect(broken.text()).rejects.toThrow();
  await expect.poll(local.output).toMatch(/RangeError: in the source\n.*src\/app\.ts:13:/);
});
