import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askOverHttp, type Served } from '../../tests/requests/ask-over-http.ts';
import { answerOf } from '../../tests/requests/differences.ts';
import { asked, TARGETS, type Target } from '../../tests/requests/request-row.ts';
import { rowsFor } from '../../tests/requests/request-rows.ts';
import { requestsProject } from '../../tests/requests/requests-project.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { tankard } from '../engines/tankard.ts';

let engine: MiniStack;
const served = new Map<Target, Served>();
const folders: string[] = [];

beforeAll(async () => {
  engine = await startMiniStack();
  await Promise.all(
    TARGETS.map(async (target) => {
      const folder = await requestsProject(target);
      folders.push(folder);
      const { outputs = [] } = await tankard(folder, engine, 'deploy', '--yes');
      served.set(target, servedAt(outputs.find(({ name }) => name === 'Url')?.value ?? ''));
    }),
  );
});
afterAll(async () => {
  await engine?.stop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

/** The engine tells its APIs by the first label of the host, as AWS does, and a REST API's stage by the path. */
function servedAt(address: string): Served {
  const { host, pathname } = new URL(address);
  const { port } = new URL(engine.endpoint);
  const [id, service, region] = host.split('.');
  const name = service === 'lambda-url' ? `${id}.${service}.${region}` : `${id}.execute-api`;
  return { url: engine.endpoint, host: `${name}.localhost:${port}`, prefix: pathname.replace(/\/$/, '') };
}

describe.each(TARGETS)('%s, deployed to MiniStack', (target) => {
  // Each request of it takes 0.15 s; four at a time take the table from 100 s to 40.
  test.concurrent.each(rowsFor(target))('$does', async (row) => {
    const wanted = answerOf('MiniStack', target, row);
    const at = served.get(target) ?? { url: '' };
    expect(await asked(wanted, () => askOverHttp(at, row))).toEqual(wanted);
  });
});
