import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadApp } from '../load/load-app.ts';
import { portable } from '../project.ts';
import { makeProject } from '../testing/project.ts';
import { blanked } from './blanked.ts';
import { sliceApp } from './slice-app.ts';

const FILES = {
  'src/app.ts': `import { App } from '@tankard/framework';
import { users } from './users.ts';
import reports from './reports.ts';
export const app = new App('shop');
app.middleware('route', (_, next) => { console.log('around routes'); return next(); });
app.middleware('sqs', (_, next) => { console.log('around messages'); return next(); });
app.mount('/users', users);
app.mount('/reports', reports);
export const home = app.route('GET /', () => 'home');
export const work = app.onSqsMessage('jobs', () => console.log('works'));
`,
  'src/users.ts': `import { Feature } from '@tankard/framework';
import { admin } from './admin.ts';
export const users = new Feature('users', { function: 'users' });
users.middleware('route', (_, next) => { console.log('around users'); return next(); });
users.middleware('schedule', (_, next) => { console.log('around ticks'); return next(); }).mount('/admin', admin);
export const listUsers = users.route('GET /', () => 'all users');
export const tick = users.schedule('rate(1 hour)', () => console.log('ticks'));
class Kept { @users.route('GET /kept') kept() { return 'kept'; } }
users.use(new Kept());
`,
  'src/admin.ts': `import { Feature } from '@tankard/framework';
export const admin = new Feature('admin');
export const purge = admin.lambda(() => console.log('purges'));
`,
  'src/reports.ts': `import { Feature } from '@tankard/framework';
const reports = new Feature('reports');
export default reports;
export const report = reports.route('GET /', { function: 'reports' }, () => 'report');
`,
};

/** What a function keeps, by file, without blank lines. */
async function slices(files: Readonly<Record<string, string>>) {
  const config = await makeProject(files);
  const loaded = await loadApp(config);
  return (name: string): Record<string, readonly string[]> =>
    Object.fromEntries(
      [...(sliceApp(loaded).get(name)?.files.values() ?? [])].map((file) => {
        const lines = blanked(file)
          .split('\n')
          .map((line) => line.trim());
        return [
          portable(relative(config.project, file.path)),
          lines.filter((line) => !/^[;\s]*$/.test(line)),
        ];
      }),
    );
}

describe('a function', () => {
  test('of a feature holds that feature, its middleware and where it is mounted, and nothing of others', async () => {
    const left = (await slices(FILES))('users');
    const lines = FILES['src/users.ts'].split('\n');
    expect(Object.keys(left).toSorted()).toEqual(['src/app.ts', 'src/users.ts']);
    expect(left['src/app.ts']).toEqual([
      ...FILES['src/app.ts'].split('\n').filter((_, index) => [0, 1, 3, 4, 6].includes(index)),
    ]);
    expect(left['src/users.ts']).toEqual([lines[0], lines[2], lines[3], lines[5], lines[7], lines[8]]);
  });

  test('of the app alone holds no feature', async () => {
    const left = await slices(FILES);
    const app = FILES['src/app.ts'].split('\n');
    expect(left('api')).toEqual({ 'src/app.ts': [app[0], app[3], app[4], app[8]] });
    expect(left('work')).toEqual({ 'src/app.ts': [app[0], app[3], app[5], app[9]] });
  });

  test("of a feature's other source holds the middleware of that source", async () => {
    const left = (await slices(FILES))('tick');
    expect(left['src/users.ts']?.join('\n')).toContain('around ticks');
    expect(left['src/users.ts']?.join('\n')).not.toContain('around users');
    expect(left['src/app.ts']?.join('\n')).not.toContain('around routes');
  });

  test('of WebSocket routes holds those of all features, with the middleware of their source', async () => {
    const left = await slices({
      'src/app.ts': `import { App } from '@tankard/framework';
import { chat } from './chat.ts';
export const app = new App('shop');
app.middleware('websocket', (_, next) => { console.log('around sockets'); return next(); });
app.middleware('route', (_, next) => { console.log('around routes'); return next(); });
app.mount('/chat', chat);
export const gate = app.authorizer(() => { throw new Error('asks'); });
export const join = app.websocket('$connect', { authorizer: gate }, () => console.log('joins'));
export const home = app.route('GET /', () => 'home');
`,
      'src/chat.ts': `import { Feature } from '@tankard/framework';
export const chat = new Feature('chat', { function: 'chat' });
export const say = chat.websocket('say', (message) => message.connection.send('said'));
export const list = chat.route('GET /', () => 'lists');
`,
    });
    const text = Object.values(left('websocket')).flat().join('\n');
    for (const kept of ['around sockets', 'joins', 'said', "app.mount('/chat', chat)"])
      expect(text).toContain(kept);
    expect(text).not.toMatch(/around routes|asks|home|lists/);
    expect(Object.values(left('chat')).flat().join('\n')).not.toContain('said');
  });

  test('of a feature in a feature holds both mounts', async () => {
    const left = (await slices(FILES))('purge');
    expect(left['src/app.ts']?.join('\n')).toContain("app.mount('/users', users);");
    expect(left['src/users.ts']?.join('\n')).toContain(".mount('/admin', admin);");
    expect(left['src/admin.ts']?.join('\n')).toContain('purges');
    expect(Object.values(left).flat().join('\n')).not.toMatch(/all users|kept|report/);
  });

  test('of a feature that is the default export of its file holds that', async () => {
    const left = (await slices(FILES))('reports');
    expect(left['src/app.ts']?.join('\n')).toContain("app.mount('/reports', reports);");
    expect(Object.keys(left).toSorted()).toEqual(['src/app.ts', 'src/reports.ts']);
  });

  test('holds mounts and middleware that can not be told apart', async () => {
    const left = await slices({
      'src/app.ts': `import { App, Feature } from '@tankard/framework';
export const app = new App('shop');
const name = ['us', 'ers'].join('');
const users = new Feature(name);
const source = 'sqs' as const;
app.middleware(source, (_, next) => next());
app.mount('/users', users);
export const list = users.route('GET /', { function: 'users' }, () => 'all');
export const home = app.route('GET /', () => 'home');
`,
    });
    expect(left('api')['src/app.ts']?.join('\n')).toContain("app.mount('/users', users);");
    expect(left('api')['src/app.ts']?.join('\n')).toContain('app.middleware(source');
    expect(left('api')['src/app.ts']?.join('\n')).not.toContain("users.route('GET /'");
  });
});

test('handlers of features carry their places and names', async () => {
  const { manifest } = await loadApp(await makeProject(FILES));
  expect(manifest.handlers.find(({ name }) => name === 'listUsers')).toMatchObject({
    place: { file: 'src/users.ts', line: 6 },
    feature: ['users'],
    trigger: { method: 'GET', path: '/users', function: 'users' },
  });
});

test('a feature that is mounted twice is refused where that is', async () => {
  const files = { ...FILES, 'src/app.ts': `${FILES['src/app.ts']}app.mount('/people', users);\n` };
  await expect(loadApp(await makeProject(files))).rejects.toMatchObject({
    problems: [{ code: 'FEATURE_MOUNTED_TWICE', place: { file: 'src/app.ts', line: 11 } }],
  });
});

test('a feature that nobody mounts is refused at its first handler', async () => {
  const files = {
    ...FILES,
    'src/app.ts': FILES['src/app.ts'].replace("app.mount('/reports', reports);", 'reports;'),
  };
  await expect(loadApp(await makeProject(files))).rejects.toMatchObject({
    problems: [{ code: 'FEATURE_UNMOUNTED', place: { file: 'src/reports.ts', line: 4 } }],
  });
});
