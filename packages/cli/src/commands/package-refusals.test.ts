import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { tempProject } from '../testing/temp-project.ts';

interface Refusal {
  readonly what: string;
  /** Stands below the App in src/app.ts, from line 3 on. */
  readonly source?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  readonly code: string;
  /** The first problem's place. */
  readonly at?: string;
}

const head = "import { App, Rate } from '@tankard/framework';\nexport const app = new App('bad');\n";
const config = (text: string) => ({ 'tankard.config.ts': `export default ${text};\n` });
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const text = (length: number) => 'x'.repeat(length);

const refusals: readonly Refusal[] = [
  { what: 'no app', files: { 'src/app.ts': 'export const a = 1;' }, code: 'APP_NOT_EXPORTED' },
  { what: 'two apps', source: "export const other = new App('other');", code: 'APP_EXPORTED_TWICE' },
  { what: 'an app that declares nothing', code: 'TEMPLATE_EMPTY' },
  { what: 'a syntax error', source: 'export const = 1;', code: 'APP_SYNTAX', at: 'src/app.ts:3' },
  {
    what: 'an import cycle',
    source: "import './b.ts';",
    files: { 'src/b.ts': "import { app } from './app.ts';\nexport const b = app.lambda(() => 1);" },
    code: 'APP_IMPORT_CYCLE',
  },
  {
    what: 'a handler without a name',
    source: 'app.lambda(() => 1);',
    code: 'HANDLER_UNNAMED',
    at: 'src/app.ts:3',
  },
  {
    what: 'two handlers of one name',
    source: "export const a = app.lambda(() => 1);\nexport const b = app.lambda({ name: 'a' }, () => 2);",
    code: 'HANDLER_NAME_TWICE',
  },
  {
    what: 'an invalid route',
    source: "export const a = app.route('GET /a/', () => 1);",
    code: 'ROUTE_TRAILING_SLASH',
    at: 'src/app.ts:3',
  },
  {
    what: 'routes that differ only in the names of their parameters',
    source:
      "export const a = app.route('GET /{a}', () => 1);\nexport const b = app.route('GET /{b}', () => 2);",
    code: 'ROUTE_PARAM_NAMES',
    at: 'src/app.ts:4',
  },
  {
    what: 'an invalid schedule',
    source: "export const a = app.schedule('rate(1 hours)', () => 1);",
    code: 'SCHEDULE_EXPRESSION',
    at: 'src/app.ts:3',
  },
  {
    what: 'a time zone with a rule',
    source:
      "export const a = app.schedule(Rate.hours(1), { via: 'rule', timezone: 'Europe/Berlin' }, () => 1);",
    code: 'SCHEDULE_TIMEZONE_WITH_RULE',
    at: 'src/app.ts:3',
  },
  {
    what: 'an invalid filter',
    source: "export const a = app.onSqsMessage(app.queue('Q'), { filter: { body: 'x' } as never }, () => 1);",
    code: 'FILTER_INVALID',
    at: 'src/app.ts:3',
  },
  {
    what: 'a key of the configuration that there is not',
    files: config('{ stagess: {} }'),
    code: 'CONFIG_UNKNOWN_KEY',
    at: 'tankard.config.ts:1',
  },
  {
    what: 'memory out of bounds',
    files: config('{ defaults: { memory: 64 } }'),
    code: 'CONFIG_BOUNDS',
    at: 'tankard.config.ts:1',
  },
  {
    what: 'memory out of bounds in the code',
    source: 'export const a = app.lambda({ memory: 64 }, () => 1);',
    code: 'OPTION_BOUNDS',
    at: 'src/app.ts:3',
  },
  {
    what: 'a timeout out of bounds',
    source: 'export const a = app.lambda({ timeout: 901 }, () => 1);',
    code: 'OPTION_BOUNDS',
    at: 'src/app.ts:3',
  },
  {
    what: 'a route that may take longer than its API waits',
    source: "export const a = app.route('GET /', { timeout: 30 }, () => 1);",
    code: 'ROUTE_TIMEOUT',
    at: 'src/app.ts:3',
  },
  {
    what: 'routes that the configuration lets take longer than their API waits',
    source: "export const a = app.route('GET /', () => 1);",
    files: config('{ functions: { api: { timeout: 30 } } }'),
    code: 'API_TIMEOUT',
  },
  {
    what: 'a queue that shows its messages again too early',
    source:
      "export const a = app.onSqsMessage(app.queue('Q', { visibility: 10 }), { timeout: 20 }, () => 1);",
    code: 'QUEUE_VISIBILITY',
    at: 'src/app.ts:3',
  },
  {
    what: 'prefixes of one bucket that overlap',
    source:
      "const b = app.bucket('B');\nexport const a = app.onS3Event(b, { events: ['s3:ObjectCreated:*'], prefix: 'a' }, () => 1);\nexport const c = app.onS3Event(b, { events: ['s3:ObjectCreated:*'], prefix: 'ab' }, () => 1);",
    code: 'S3_EVENTS_OVERLAP',
    at: 'src/app.ts:5',
  },
  {
    what: 'a FIFO batch over 10',
    source: "export const a = app.onSqsMessage(app.queue('Q', { fifo: true }), { batchSize: 11 }, () => 1);",
    code: 'SQS_FIFO_BATCH',
    at: 'src/app.ts:3',
  },
  {
    what: 'a FIFO batch with a window',
    source: "export const a = app.onSqsMessage(app.queue('Q', { fifo: true }), { batchWindow: 1 }, () => 1);",
    code: 'SQS_FIFO_WINDOW',
    at: 'src/app.ts:3',
  },
  {
    what: 'a batch over 10 without a window',
    source: "export const a = app.onSqsMessage(app.queue('Q'), { batchSize: 11 }, () => 1);",
    code: 'SQS_BATCH_WITHOUT_WINDOW',
    at: 'src/app.ts:3',
  },
  {
    what: 'a dead letter queue of another kind',
    source:
      "const dead = app.queue('Dead');\napp.queue('Q', { fifo: true, deadLetter: { maxReceives: 3, queue: dead } });",
    code: 'DEAD_LETTER_KIND',
    at: 'src/app.ts:4',
  },
  {
    what: 'an unknown stage',
    files: config('{ stages: { prod: {} } }'),
    words: ['--stage', 'prdo'],
    code: 'STAGE_UNKNOWN',
  },
  {
    what: 'an output folder that is a file',
    source: 'export const a = app.lambda(() => 1);',
    words: ['--out', 'package.json'],
    code: 'OUTPUT_NOT_WRITABLE',
  },
  {
    what: 'an environment over 4 KB',
    source: `export const a = app.lambda({ environment: { BIG: '${text(4100)}' } }, () => 1);`,
    code: 'ENVIRONMENT_TOO_LARGE',
    at: 'src/app.ts:3',
  },
  {
    what: 'more than 200 parameters',
    source: `${many(201, (index) => `const p${index} = app.parameter('P${index}');`)}\nexport const a = app.lambda(() => [${many(201, (index) => `p${index}.value,`)}]);`,
    code: 'TEMPLATE_PARAMETERS',
  },
  {
    what: 'more than 500 resources',
    source: many(501, (index) => `app.table('T${index}', { partitionKey: 'id' });`),
    code: 'TEMPLATE_RESOURCES',
  },
  {
    what: 'a policy that no role can hold',
    source: `export const a = app.lambda({ permissions: Array.from({ length: 900 }, (_, index) => ({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::${text(60)}' + index + '/*'], conditions: { StringEquals: { 'aws:PrincipalTag/x': String(index) } } })) }, () => 1);`,
    code: 'POLICY_TOO_LARGE',
  },
];

test.each(refusals)(
  '$what is $code, exits with 1 and writes nothing',
  async ({ source = '', files, words = [], code, at }) => {
    const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': head + source, ...files });
    const run = await runCommand(cwd, 'package', '--json', ...words);
    const { ok, problems } = JSON.parse(run.stdout);
    expect({ exit: run.code, ok, codes: problems.map((one: { code: string }) => one.code) }).toEqual({
      exit: 1,
      ok: false,
      codes: expect.arrayContaining([code]),
    });
    const [first] = problems.filter((one: { code: string }) => one.code === code);
    expect(first.remedy).toMatch(/\S/);
    if (at) expect(`${first.place?.file}:${first.place?.line}`).toBe(at);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  },
);

test('a handler that writes to the bucket that calls it is a warning, and is packaged', async () => {
  const source = `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
const files = app.bucket('Files');
const client = new S3Client();
export const copy = app.onS3Event(files, { events: ['s3:ObjectCreated:*'] }, (event) =>
  client.send(new PutObjectCommand({ Bucket: files.name, Key: 'copy/' + event.key })),
);
`;
  const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': head + source });
  const { code, stderr } = await runCommand(cwd, 'package');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^! BUCKET_TRIGGERS_ITSELF {2}/);
  expect(existsSync(join(cwd, 'dist/template.yaml'))).toBe(true);
});

test('everything that is wrong is said at once', async () => {
  const source =
    "export const a = app.route('GET /a/', () => 1);\nexport const b = app.schedule('rate(1 hours)', () => 1);\napp.lambda(() => 1);";
  const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': head + source });
  const { stderr } = await runCommand(cwd, 'package');
  for (const code of ['ROUTE_TRAILING_SLASH', 'SCHEDULE_EXPRESSION', 'HANDLER_UNNAMED'])
    expect(stderr).toContain(code);
});

test('a mistake that is mended is gone', async () => {
  const cwd = await tempProject({ 'package.json': '{}', 'src/app.ts': `${head}app.lambda(() => 1);` });
  expect((await runCommand(cwd, 'package')).code).toBe(1);
  await writeFile(join(cwd, 'src/app.ts'), `${head}export const a = app.lambda(() => 1);`);
  expect((await runCommand(cwd, 'package')).code).toBe(0);
});
