import { expect, test } from 'vitest';
import { tempProject } from '../../../testing/temp-project.ts';
import { startLocal } from '../../testing/local-process.ts';

const APP = `import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { App } from '@tankard/framework';
export const app = new App('shop');
const key = app.secret('PaymentKey');
const other = app.secret('Other');
const sts = new STSClient({});
export const pay = app.route('GET /key', async () => ({ key: await key.value() }));
export const ask = app.route('GET /other', async () => ({ key: await other.value() }));
export const me = app.route('GET /me', async () => {
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  return { Arn };
});
`;

test('handlers read the texts of the local file, are told of those that are missing, and who they are', async () => {
  const secrets = JSON.stringify({ secrets: { PaymentKey: 'sesame' } });
  const project = await tempProject({ 'src/app.ts': APP, 'tankard.local.json': secrets });
  const local = await startLocal(project);
  const get = async (path: string) => (await fetch(local.url + path)).json();
  expect(await get('/key')).toEqual({ key: 'sesame' });
  expect((await fetch(`${local.url}/other`)).status).toBe(500);
  await expect.poll(local.output).toContain('write "secrets": { "Other": "…" } into tankard.local.json');
  expect(await get('/me')).toEqual({
    Arn: expect.stringMatching(
      /^arn:aws:sts::000000000000:assumed-role\/shop-local-api[\w-]*\/shop-local-api$/,
    ),
  });
}, 60_000);
