import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everySourceParameters } from '../app-parameters.ts';
import { type CountingProxy, startCountingProxy } from '../engines/counting-proxy.ts';
import { behind } from '../engines/engine.ts';
import { makeExistingThings } from '../engines/existing-things.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { built, openProjectStage, type ProjectStage } from '../engines/project-stage.ts';
import { edit, everySourceProject } from './project.ts';

let engine: MiniStack;
let proxy: CountingProxy;
let project: string;
let opened: ProjectStage;
beforeAll(async () => {
  engine = await startMiniStack();
  proxy = await startCountingProxy(engine.endpoint);
  await makeExistingThings(engine);
  opened = await openProjectStage(behind(engine, proxy));
  project = await everySourceProject();
});
afterAll(async () => {
  await opened?.stop();
  await proxy?.stop();
  await engine?.stop();
  if (project) await rm(project, { recursive: true, force: true });
});

const build = (stage: string) => built(project, everySourceParameters, stage);

describe.each(['dev', 'rest', 'layer'])('the app of every source in its stage %s', (stage) => {
  it('is built anew and deployed again without a call that changes anything', async () => {
    await opened.deploy(await build(stage));
    proxy.forget();
    await opened.deploy(await build(stage));
    expect(proxy.calls().length).toBeGreaterThan(100);
    expect(proxy.mutations()).toEqual([]);
  });

  it('is uploaded as far as its code has changed: one function, in one call', async () => {
    await edit(project, { 'src/queues.ts': { 'message.body)': 'message.body.trim())' } });
    const changed = await build(stage);
    await edit(project, { 'src/queues.ts': { 'message.body.trim())': 'message.body)' } });
    proxy.forget();
    await opened.deploy(changed);
    expect(proxy.mutations()).toEqual([`lambda PUT /2015-03-31/functions/every-source-${stage}-book/code`]);
  });
});
