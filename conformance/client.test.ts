import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPECTED, visit } from '../tests/client/visit.ts';
import { fetchAs } from './engines/fetch-as.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { tankard } from './engines/tankard.ts';
import { servedBy } from './origins/asks.ts';

const root = join(import.meta.dirname, '..');

let engine: MiniStack;
let folder = '';
beforeAll(async () => {
  engine = await startMiniStack();
  folder = await mkdtemp(join(tmpdir(), 'tankard-client-'));
  await cp(join(root, 'tests', 'client', 'library'), join(folder, 'src'), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const stages = { dev: { api: 'http' }, rest: { api: 'rest' }, url: { api: 'function-url' } };
  await writeFile(join(folder, 'tankard.config.ts'), `export default ${JSON.stringify({ stages })};\n`);
});
afterAll(async () => {
  await engine?.stop();
  if (folder !== '') await rm(folder, { recursive: true });
});

test.each(['dev', 'rest', 'url'])(
  'a client sees of the stage %s, deployed to MiniStack, what the types say',
  async (stage) => {
    const { outputs = [] } = await tankard(folder, engine, 'deploy', '--yes', '--stage', stage);
    const { host, prefix } = servedBy(
      engine.endpoint,
      outputs.find(({ name }) => name === 'Url')?.value ?? '',
    );
    expect(await visit(engine.endpoint + prefix, { fetch: fetchAs(host) })).toEqual(EXPECTED);
  },
);
