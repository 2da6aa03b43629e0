import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { mailerParameters, recruitingParameters } from './app-parameters.ts';
import { type CountingProxy, startCountingProxy } from './engines/counting-proxy.ts';
import { inventoryOf } from './engines/inventory.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { verifySender } from './engines/sent-mails.ts';
import { tankard } from './engines/tankard.ts';
import type { DeployedApp } from './walk-throughs/deployed-app.ts';
import { walksThroughGroupMailer } from './walk-throughs/group-mailer.ts';
import { walksThroughRecruiting } from './walk-throughs/recruiting.ts';

let engine: MiniStack;
let proxy: CountingProxy;
beforeAll(async () => {
  engine = await startMiniStack();
  proxy = await startCountingProxy(engine.endpoint);
});
afterAll(async () => {
  await proxy?.stop();
  await engine?.stop();
});

const examples = [
  {
    name: 'group-mailer',
    parameters: mailerParameters,
    walksThrough: walksThroughGroupMailer,
    changed: 'scheduleMessage',
    before: 'Missing message details',
    after: 'Missing details of the message',
  },
  {
    name: 'recruiting',
    parameters: recruitingParameters,
    walksThrough: walksThroughRecruiting,
    changed: 'audit',
    before: 'Audited',
    after: 'Audited again',
  },
] as const;

describe.each(examples)('$name, deployed', ({ name, parameters, walksThrough, changed, before, after }) => {
  const given = Object.entries(parameters).flatMap(([key, value]) => ['--parameter', `${key}=${value}`]);
  const upload = `lambda PUT /2015-03-31/functions/${name}-dev-${changed}/code`;
  let project: string;
  let app: DeployedApp;
  let first: string;
  beforeAll(async () => {
    await verifySender(engine, parameters.SourceEmail);
    project = await copyProject(name);
    const { outputs = [] } = await tankard(project, proxy, 'deploy', ...given);
    const url = outputs.find((output) => output.name === 'Url')?.value ?? '';
    app = { engine, stem: `${name}-dev`, apiId: /^https?:\/\/([^.]+)\./.exec(url)?.[1] ?? '' };
    first = await codeOf(engine, `${name}-dev-${changed}`);
  });
  afterAll(() => rm(project, { recursive: true, force: true }));

  walksThrough(() => app);

  it('changes nothing when it is deployed again', async () => {
    proxy.forget();
    expect(await tankard(project, proxy, 'plan', ...given)).toMatchObject({ steps: [], empty: true });
    expect(await tankard(project, proxy, 'deploy', ...given)).toMatchObject({ applied: true, steps: [] });
    expect(proxy.mutations()).toEqual([]);
  });

  it('uploads the one function whose code has changed, in one call', async () => {
    await replaceInSources(project, before, after);
    const { steps } = await tankard(project, proxy, 'plan', ...given);
    expect(steps).toMatchObject([
      { action: 'update', id: `function:${changed}`, changes: [{ path: 'code' }] },
    ]);
    proxy.forget();
    await tankard(project, proxy, 'deploy', ...given);
    expect(proxy.mutations()).toEqual([upload]);
  });

  it('goes back to the code of the deploy before, and forth again', async () => {
    const code = () => codeOf(engine, `${name}-dev-${changed}`);
    const fresh = await code();
    proxy.forget();
    await tankard(project, proxy, 'rollback');
    expect(proxy.mutations()).toEqual([upload]);
    expect(await code()).toBe(first);
    await tankard(project, proxy, 'deploy', ...given);
    expect(await code()).toBe(fresh);
  });

  it('is told by its URL and its status', async () => {
    expect(await tankard(project, proxy, 'url')).toMatchObject({ url: expect.stringContaining(app.apiId) });
    const status = await tankard(project, proxy, 'status');
    expect(status).toMatchObject({ missing: [], unfinished: [], unwanted: [], deploy: { ended: true } });
    expect(status.there).toBeGreaterThan(20);
  });

  it('is removed but for its data, and another time without a call', async () => {
    const { tables, buckets } = await inventoryOf(engine);
    await tankard(project, proxy, 'delete', '--yes');
    const left = await inventoryOf(engine);
    const { tables: keptTables, buckets: keptBuckets, ...others } = left;
    expect([keptTables, keptBuckets]).toEqual([tables, buckets]);
    expect(Object.values(others).flat()).toEqual([]);
    proxy.forget();
    await tankard(project, proxy, 'delete', '--yes');
    expect(proxy.mutations()).toEqual([]);
  });

  it('takes its data along where it is told to', async () => {
    await tankard(project, proxy, 'delete', '--yes', '--with-data');
    expect(Object.values(await inventoryOf(engine)).flat()).toEqual([]);
    expect(await filesIn(join(project, '.tankard', 'state'))).toEqual([]);
  });
});

/** The hash of what a function runs. */
async function codeOf({ client }: MiniStack, name: string): Promise<string> {
  const found = await new LambdaClient(client).send(new GetFunctionCommand({ FunctionName: name }));
  return found.Configuration?.CodeSha256 ?? '';
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function replaceInSources(project: string, old: string, fresh: string): Promise<void> {
  const folder = join(project, 'src');
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), text.replaceAll(old, fresh));
  }
}
