import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeProject } from '../build/testing/project.ts';
import { analyseApp, analyseLoaded } from './analyse-app.ts';

const FILES = {
  'src/app.ts': "export { app } from './service.ts';\nimport './keep.ts';\nimport './tell.ts';\n",
  'src/service.ts': `import { App } from '@tankard/framework';
export const app = new App('bank');
export const files = app.bucket('Files');
`,
  'src/keep.ts': `import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { app, files } from './service.ts';
const client = new S3Client();
export const keep = app.lambda(() => client.send(new PutObjectCommand({ Bucket: files.name, Key: 'a' })));
`,
  'src/tell.ts': "import { app } from './service.ts';\nexport const tell = app.lambda(() => 'a');\n",
};

/** Analyses an app before and after a change, with what was found before and without. */
async function afterChange(file: keyof typeof FILES, text: string) {
  const config = await makeProject(FILES);
  const before = await analyseApp(config);
  await writeFile(join(config.project, file), text);
  const anew = await analyseApp(config);
  return { before, anew, after: await analyseLoaded(anew.loaded, config, before) };
}

test('a function whose code is as before is not read again beside one that changed', async () => {
  const text = FILES['src/tell.ts'].replace("'a'", "[files.name, 'b']").replace('app }', 'app, files }');
  const { before, anew, after } = await afterChange('src/tell.ts', text);
  expect(after).toStrictEqual(anew);
  expect(after.usages[0]).toBe(before.usages[0]);
  expect(after.usages[1]?.resources).toMatchObject([{ resource: { kind: 'bucket', name: 'Files' } }]);
});

test('what resources the app has is looked for in all functions', async () => {
  const text = FILES['src/tell.ts'].replace('export', "export const jobs = app.queue('Jobs');\nexport");
  const { before, anew, after } = await afterChange('src/tell.ts', text);
  expect(after).toStrictEqual(anew);
  expect(after.usages[0]).not.toBe(before.usages[0]);
});

test('a file that all functions keep has all of them read again', async () => {
  const text = FILES['src/service.ts'].replace('\n', '\n\n');
  const { before, anew, after } = await afterChange('src/service.ts', text);
  expect(after).toStrictEqual(anew);
  expect(after.usages[0]).not.toBe(before.usages[0]);
});
