import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { mailerParameters } from './app-parameters.ts';
import { type CountingProxy, startCountingProxy } from './engines/counting-proxy.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { startTankard, tankard } from './engines/tankard.ts';

let engine: MiniStack;
let proxy: CountingProxy;
let project: string;
let onMutation = () => {};
beforeAll(async () => {
  engine = await startMiniStack();
  proxy = await startCountingProxy(engine.endpoint, ({ mutates }) => {
    if (mutates) onMutation();
    return undefined;
  });
  project = await copyProject('group-mailer');
});
afterAll(async () => {
  await proxy?.stop();
  await engine?.stop();
  await rm(project, { recursive: true, force: true });
});

const deploy = ['deploy', '--parameter', `SourceEmail=${mailerParameters.SourceEmail}`];

it('logs of a stage that is not deployed are told from logs that are silent', async () => {
  expect(await startTankard(project, proxy, 'logs').ended).toMatchObject({
    code: 1,
    json: { problems: [{ code: 'STAGE_NOT_DEPLOYED' }] },
  });
});

it('a deploy that is stopped ends what it has begun, and the next one goes on from there', async () => {
  const stopped = startTankard(project, proxy, ...deploy);
  onMutation = () => {
    onMutation = () => {};
    stopped.process.kill('SIGINT');
  };
  expect(await stopped.ended).toMatchObject({ code: 130, json: { problems: [{ code: 'DEPLOY_ABORTED' }] } });
  const { there = 0, missing } = await tankard(project, proxy, 'status');
  expect(there).toBeGreaterThan(0);
  expect(missing).toContain('function:sendScheduledMessages');
  await tankard(project, proxy, ...deploy);
  expect(await tankard(project, proxy, 'status')).toMatchObject({ missing: [], unfinished: [] });
});

it('a command whose engine is gone says so', async () => {
  await engine.stop();
  await proxy.stop();
  expect(await startTankard(project, proxy, 'status').ended).toMatchObject({
    code: 4,
    json: { problems: [{ code: 'AWS_UNREACHABLE', message: expect.stringContaining(proxy.endpoint) }] },
  });
});
