import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { problemsOf } from '../testing/problems.ts';
import { makeProject } from '../testing/project.ts';
import { loadApp } from './load-app.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('demo');\n";

/** Loads a project of one file, or of several. */
async function load(files: string | Readonly<Record<string, string>>, timeout?: number) {
  const config = await makeProject(typeof files === 'string' ? { 'src/app.ts': files } : files);
  return loadApp(config, { timeout });
}

const namesOf = async (files: Parameters<typeof load>[0]) =>
  (await load(files)).manifest.handlers.map(({ name, place }) => `${name} ${place?.file}:${place?.line}`);

describe('a handler is called as the code calls it and stands where the code has it', () => {
  test('a constant, in any file, whatever the app is called there', async () => {
    const names = await namesOf({
      'src/app.ts': "export { app } from './service.ts';\nimport './users.ts';",
      'src/service.ts': head,
      'src/users.ts': `import { app as service } from './service.ts';

export const list = service.route('GET /users', () => []);
const holder = { app: service };
export const get = holder.app.route(
  'GET /users/{id}',
  () => 0,
) as unknown;
export const wrapped = service.lambda()(() => 0);`,
    });
    expect(names).toEqual(['list src/users.ts:3', 'get src/users.ts:5', 'wrapped src/users.ts:9']);
  });

  test('a method, standard or legacy, with the class that it is in', async () => {
    const source = `${head}class Jobs {
  @app.lambda()
  work() {}
}
app.use(new Jobs());`;
    for (const options of ['{}', '{"experimentalDecorators":true}']) {
      const { manifest } = await load({
        'src/app.ts': source,
        'tsconfig.json': `{"compilerOptions":${options}}`,
      });
      const [handler] = manifest.handlers;
      expect(handler).toMatchObject({
        name: 'work',
        place: { file: 'src/app.ts', line: 4 },
        member: { class: 'Jobs', method: 'work' },
      });
    }
  });

  test('the name that it is given', async () => {
    expect(await namesOf(`${head}app.lambda({ name: 'given' }, () => 0);`)).toEqual(['given src/app.ts:3']);
  });
});

test('what the comment above a handler says stands in the manifest, of every form and in features', async () => {
  const { manifest } = await load(`import { App, Feature } from '@tankard/framework';
export const app = new App('demo');
/** Lists. */
export const list = app.route('GET /', () => []);
class Jobs {
  /**
   * Works.
   * @deprecated
   */
  @app.lambda()
  work() {}
}
app.use(new Jobs());
const users = new Feature('users');
/** Shows. */
export const show = users.route('GET /{id}')(() => 0);
app.mount('/users', users);
export const silent = app.lambda(() => 0);`);
  expect(manifest.handlers.map(({ name, docs }) => [name, docs])).toEqual([
    ['list', { summary: 'Lists.' }],
    ['work', { summary: 'Works.', deprecated: true }],
    ['show', { summary: 'Shows.' }],
    ['silent', undefined],
  ]);
});

test('a resource stands where it is declared, an existing one too', async () => {
  const { manifest } = await load(`${head}
export const users = app.table('Users', { partitionKey: 'id' });
export const old = app.bucket.existing('old-bucket');`);
  expect(manifest.resources.map(({ name, place }) => [name, place?.line])).toEqual([
    ['Users', 4],
    ['old-bucket', 5],
  ]);
});

test('what is called like a declaration and is none is left as it is', async () => {
  const names = await namesOf(`${head}
const router = { route: (path: string) => path.length };
app.lambda({ name: \`says-\${router.route('/x')}-\${('text' as any).table?.('x')}\` }, () => 0);`);
  expect(names).toEqual(['says-2-undefined src/app.ts:5']);
});

test('an app may be the default export, or have two names', async () => {
  const both = await load(`${head}export default app;`);
  expect(both.exportName).toBe('app');
  const only = await load("import { App } from '@tankard/framework';\nexport default new App('x');");
  expect(only.exportName).toBe('default');
});

test('a top-level await, import.meta and a path of the tsconfig work as in any module', async () => {
  const { manifest } = await load({
    'tsconfig.json': '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
    'src/name.ts':
      'export const name = await Promise.resolve(import.meta.filename.endsWith("name.ts") ? "here" : "elsewhere");',
    'src/app.ts': `import { name } from '@/name.ts';\n${head}app.lambda({ name }, () => 0);`,
  });
  expect(manifest.handlers[0]?.name).toBe('here');
});

test('a file that registers handlers runs although the package says that it has no side effects', async () => {
  const names = await namesOf({
    'package.json': '{"type":"module","sideEffects":false}',
    'src/app.ts': "export { app } from './service.ts';\nimport './jobs.ts';",
    'src/service.ts': head,
    'src/jobs.ts': "import { app } from './service.ts';\nexport const job = app.lambda(() => 0);",
  });
  expect(names).toEqual(['job src/jobs.ts:2']);
});

test('the app sees no credentials, and sees that it is being loaded', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_PROFILE', 'mine');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const names = await namesOf(`${head}
const { AWS_ACCESS_KEY_ID, AWS_PROFILE, TANKARD_LOADING } = process.env;
app.lambda({ name: [AWS_ACCESS_KEY_ID, AWS_PROFILE, TANKARD_LOADING].map(String).join('-') }, () => 0);`);
  expect(names).toEqual(['undefined-undefined-1 src/app.ts:5']);
});

test('an app that holds a timer open is loaded all the same', async () => {
  const { manifest } = await load(`${head}setInterval(() => undefined, 1000);`);
  expect(manifest.app).toBe('demo');
});

test('the files that run are known with their imports, those of types left out', async () => {
  const { sources, project } = await load({
    'src/app.ts': `import type { A } from './types.ts';\nimport { B } from './only-types.ts';\nimport { c } from './c.ts';\n${head}export const x: A | B = c;`,
    'src/types.ts': 'export type A = number;',
    'src/only-types.ts': 'export type B = number;',
    'src/c.ts': "export const c = 1;\nexport const later = () => import('./d.ts');",
    'src/d.ts': 'export const d = 1;',
  });
  const names = [...sources.keys()].map((path) => path.slice(project.length + 1)).toSorted();
  expect(names).toEqual(['src/app.ts', 'src/c.ts', 'src/d.ts']);
  expect([...(sources.get(`${project}/src/app.ts`)?.imports.keys() ?? [])]).toEqual(['./c.ts']);
  expect([...(sources.get(`${project}/src/c.ts`)?.lazyImports.keys() ?? [])]).toEqual(['./d.ts']);
});

describe('an app that cannot be loaded is told with the place and the remedy', () => {
  const line = (number: number, file = 'src/app.ts') => ({ file, line: number });
  test.each<[string, Parameters<typeof load>[0], object]>([
    [
      'no entry',
      { 'src/other.ts': '' },
      { code: 'APP_NOT_FOUND', message: 'The project has no src/app.ts.' },
    ],
    ['no app', 'export const app = {};', { code: 'APP_NOT_EXPORTED', place: line(1) }],
    [
      'two apps',
      `${head}export const second = new App('second');`,
      {
        code: 'APP_EXPORTED_TWICE',
        place: line(3),
        message: 'src/app.ts exports more than one App: app (src/app.ts:2), second (src/app.ts:3).',
      },
    ],
    ['a syntax error', `${head}const = 1;`, { code: 'APP_SYNTAX', place: line(3), subject: 'const = 1;' }],
    [
      'a syntax error in another file',
      { 'src/app.ts': `import './b.ts';\n${head}`, 'src/b.ts': '\nlet 1;' },
      { code: 'APP_SYNTAX', place: line(2, 'src/b.ts') },
    ],
    [
      'a name that a file does not export',
      {
        'src/app.ts': `import { b } from './b.ts';\n${head}console.log(b);`,
        'src/b.ts': 'export const a = 1;',
      },
      { code: 'APP_SYNTAX', place: line(1) },
    ],
    [
      'a file that is not there',
      `import './gone.ts';\n${head}`,
      {
        code: 'APP_IMPORT_MISSING',
        place: line(1),
        message: "The file './gone.ts' is imported and is not there.",
      },
    ],
    [
      'a package that is not installed',
      `import { x } from '@some/package/part';\n${head}x;`,
      { code: 'APP_IMPORT_MISSING', place: line(1), remedy: 'Install it: npm install @some/package' },
    ],
    [
      'a name that a package does not have',
      `${head}import { nothing } from 'zod';\nnothing;`,
      { code: 'APP_THREW', place: line(3) },
    ],
    [
      'an import cycle',
      {
        'src/app.ts': `${head}import './jobs.ts';`,
        'src/jobs.ts': "import './more.ts';",
        'src/more.ts': "\nimport { app } from './app.ts';\napp.lambda(() => 0);",
      },
      {
        code: 'APP_IMPORT_CYCLE',
        place: line(2, 'src/more.ts'),
        message: 'The entry imports itself: src/app.ts → src/jobs.ts → src/more.ts → src/app.ts.',
      },
    ],
    [
      'an error',
      {
        'src/app.ts': `${head}import { f } from './b.ts';\n\nf();`,
        'src/b.ts': "\n\nexport function f(): never {\n  throw new TypeError('no');\n}",
      },
      {
        code: 'APP_THREW',
        place: line(4, 'src/b.ts'),
        message: 'The app threw while it was loaded: TypeError: no',
      },
    ],
    [
      'a rejected promise',
      `${head}Promise.reject(new Error('late'));\nawait new Promise(() => setTimeout(() => 0, 60_000));`,
      { code: 'APP_THREW', place: line(3) },
    ],
    [
      'a thrown text',
      `${head}throw 'text';`,
      { code: 'APP_THREW', message: 'The app threw while it was loaded: Error: text' },
    ],
    [
      'an end of the process',
      `${head}console.log('bye');\nprocess.exit(3);`,
      {
        code: 'APP_PROCESS_EXITED',
        message: 'The app ended its process with code 3 while it was loaded, after saying: bye.',
      },
    ],
    [
      'an end of the process after an error, whose stack it has written',
      `${head}const fail = () => new Error('gone').stack;\nconsole.error(fail()?.split('\\n', 2).join('\\n'));\nprocess.exit(3);`,
      {
        code: 'APP_PROCESS_EXITED',
        message: expect.stringMatching(/Error: gone\n +at fail .*src\/app\.ts:3:/),
      },
    ],
    [
      'an await that never ends',
      `${head}await new Promise(() => undefined);`,
      { code: 'APP_PROCESS_EXITED' },
    ],
    [
      'what the framework finds wrong',
      `${head}export const list = app.route('GET /users/', () => 0);`,
      { code: 'ROUTE_TRAILING_SLASH', place: line(3) },
    ],
  ])('%s', async (_, files, expected) => {
    const [problem, ...more] = await problemsOf(load(files));
    expect(problem).toMatchObject({ severity: 'error', ...expected });
    expect(problem?.remedy).not.toBe('');
    expect(more).toEqual([]);
  });

  test('a loop that never ends', async () => {
    const [problem] = await problemsOf(load(`${head}for (;;);`, 1500));
    expect(problem).toMatchObject({
      code: 'APP_TIMED_OUT',
      message: 'The app was not loaded after 1.5 seconds.',
    });
  });
});
