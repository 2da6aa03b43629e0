import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpEvent } from '../packages/framework/src/testing/index.ts';
import { outputFolder, packagedApp } from './apps.ts';
import { type Answer, askBoth } from './engines/both-clients.ts';
import { startCountingProxy } from './engines/counting-proxy.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { tankard } from './engines/tankard.ts';
import { unzip } from './engines/unzip.ts';

const root = join(import.meta.dirname, '..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tankard-streaming-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe("a function that streams says the same under AWS's runtime client as under ours", () => {
  let code = '';
  beforeAll(() => {
    code = join(folder, 'code');
    unzip(join(outputFolder(packagedApp('streaming-url')), 'api.zip'), code);
  });
  const ask = (path: string, taking = async () => {}) =>
    askBoth(code, 'index.handler', httpEvent('GET', path, { payload: 'function-url' }), { taking });
  const bytes = ({ chunks }: Answer) => Buffer.concat(chunks).toString('latin1');

  it.each([
    [
      '/count/3',
      /^\{"statusCode":200,"headers":\{"content-type":"text\/plain; charset=utf-8"\}\}\0{8}1\n2\n3\n$/,
    ],
    ['/count/0', /^\{"statusCode":404,.*\}\0{8}\{"Code":"NotFoundError","Message":"nothing to count"\}$/],
    ['/image', /^\{"statusCode":200,"headers":\{"content-type":"image\/png",.*\}\0{8}\xff\0\xfe$/],
    ['/web', /^\{"statusCode":202,.*\}\0{8}from a Response$/],
    [
      '/plain',
      /^\{"statusCode":200,"headers":\{"content-type":"application\/json"\}\}\0{8}\{"plain":true\}$/,
    ],
    ['/chat/one', /\0{8}data: you are in one\n\n$/],
  ])('%s', async (path, form) => {
    const { aws, ours } = await ask(path);
    expect([aws.failed, bytes(aws)]).toEqual([false, expect.stringMatching(form)]);
    expect([ours.failed, bytes(ours)]).toEqual([aws.failed, bytes(aws)]);
    expect(ours.body).toEqual(aws.body);
  });

  it('an error on the way', async () => {
    const { aws, ours } = await ask('/count/13');
    expect(aws).toMatchObject({
      failed: true,
      body: { errorType: 'RangeError', errorMessage: 'no further' },
    });
    expect(bytes(aws)).toMatch(/\n13\n$/);
    expect(ours).toMatchObject({
      failed: true,
      body: { errorType: 'RangeError', errorMessage: 'no further' },
    });
    expect(bytes(ours)).toBe(bytes(aws));
    for (const { log } of [aws, ours]) expect(log.join('\n')).toContain('no further');
  });

  it('to a reader who takes his time', async () => {
    const later = () => new Promise<void>((resolve) => setImmediate(resolve));
    const { aws, ours } = await ask('/count/100000', later);
    expect(bytes(aws)).toMatch(/\n99999\n100000\n$/);
    expect(bytes(ours)).toBe(bytes(aws));
  });
});

// MiniStack keeps what it is told of streams, but for the mode of a REST API's method, and runs none: its Node has no `awslambda`.
describe('an app with a function that streams, on MiniStack,', () => {
  let engine: MiniStack;
  let project = '';
  beforeAll(async () => {
    engine = await startMiniStack();
    project = join(folder, 'project');
    await cp(join(root, 'packages/cli/fixtures/streaming'), project, { recursive: true });
    await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
  });
  afterAll(() => engine?.stop());

  it.each(['url', 'rest'])('is deployed again without a call that writes: %s', async (stage) => {
    await tankard(project, engine, 'deploy', '--yes', '--stage', stage);
    const proxy = await startCountingProxy(engine.endpoint);
    try {
      await tankard(project, proxy, 'deploy', '--yes', '--stage', stage);
      expect(proxy.mutations()).toEqual([]);
    } finally {
      await proxy.stop();
    }
  });
});
