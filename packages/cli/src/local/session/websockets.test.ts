import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../testing/run-command.ts';
import { tempProject } from '../../testing/temp-project.ts';
import { startLocal } from '../testing/local-process.ts';
import { connectSocket } from '../testing/socket-client.ts';

const APP = `import { App } from '@tankard/framework';

export const app = new App('chat', { websocket: { routeKey: 'do' } });

export const say = app.websocket('say', async (message) => {
  await message.connection.send({ heard: message.body.text });
});
export const who = app.websocket('who', { reply: true }, ({ connection }) => ({ id: connection.id, pid: process.pid }));
export const left = app.websocket('$disconnect', ({ code }) => app.log.info('left with ' + code));
export const tell = app.lambda((id: string) => app.connection(id).send({ told: true }));
export const may = app.lambda({ grants: 'explicit' }, (id: string) => app.connection(id).send({ told: true }));
`;

test('clients connect to an app in processes of its own, which may do what their code does', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project, '--enforce-permissions');
  const [url = ''] = /ws:\S+/.exec(local.output()) ?? [];
  expect(local.output()).toMatch(/WebSocket routes\n +say +websocket/);
  const client = await connectSocket(url);
  client.send({ do: 'say', text: 'hello' });
  expect(await client.next()).toEqual({ heard: 'hello' });
  client.send({ do: 'who' });
  const { id } = (await client.next()) as { readonly id: string };

  await writeFile(join(project, 'src/app.ts'), APP.replace('heard:', 'understood:'));
  client.send({ do: 'say', text: 'again' });
  expect(await client.next()).toEqual({ understood: 'again' });

  const trigger = (name: string) =>
    runCommand(project, 'local', 'trigger', name, '--payload', JSON.stringify(id));
  expect((await trigger('may')).stdout).toContain('"ForbiddenException"');
  expect(await trigger('tell')).toMatchObject({ code: 0 });
  expect(await client.next()).toEqual({ told: true });
  client.socket.close(4001);
  await expect.poll(local.output).toContain('left with 4001');
  expect(await local.end('SIGINT')).toBe(130);
});
