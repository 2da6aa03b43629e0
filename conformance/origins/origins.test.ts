import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { tankard } from '../engines/tankard.ts';
import { ask, type Served, servedBy } from './asks.ts';

const root = join(import.meta.dirname, '..', '..');
const SHOP = 'https://shop.example';
const EVIL = 'https://evil.example';

let engine: MiniStack;
let folder = '';
beforeAll(async () => {
  engine = await startMiniStack();
  folder = await mkdtemp(join(tmpdir(), 'tankard-origins-'));
  await cp(join(root, 'packages/cli/fixtures/origins'), folder, { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  await engine?.stop();
  if (folder !== '') await rm(folder, { recursive: true });
});

/** What pages of an origin learn: status, who may read it, what they may call. */
type Row = [
  asks: string,
  origin: string,
  status: number,
  reader: string | undefined,
  methods?: string | undefined,
];

const EVERY = 'GET,HEAD,POST,PUT,PATCH,DELETE';

/** MiniStack refuses every OPTIONS of an HTTP API that answers for none, and preflights of other origins. */
const STAGES: Readonly<Record<string, Row[]>> = {
  dev: [
    ['GET /goods', SHOP, 200, SHOP],
    ['GET /goods', EVIL, 200, SHOP],
    ['GET /goods/beer', SHOP, 404, SHOP],
    ['GET /open', EVIL, 200, '*'],
    ['GET /many/a', 'https://b.example', 200, 'https://b.example'],
    ['GET /many/a', EVIL, 200, undefined],
    ['GET /nowhere', SHOP, 404, undefined],
  ],
  alike: [
    ['GET /goods', SHOP, 200, SHOP],
    ['GET /goods', EVIL, 200, undefined],
    ['GET /goods/beer', SHOP, 404, SHOP],
    ['PUT? /goods', SHOP, 204, SHOP, EVERY],
    ['PUT? /open', SHOP, 204, SHOP, EVERY],
  ],
  rest: [
    ['GET /goods', SHOP, 200, SHOP],
    ['GET /goods/beer', SHOP, 404, SHOP],
    ['GET /nowhere', SHOP, 403, SHOP],
    ['PUT? /goods', SHOP, 204, SHOP, 'GET,PUT,OPTIONS'],
    ['GET? /open', EVIL, 204, '*', 'GET,OPTIONS'],
    ['PUT? /many/a', 'https://b.example', 204, 'https://b.example', `${EVERY},OPTIONS`],
    ['PUT? /many/a', EVIL, 204, undefined],
  ],
  url: [
    ['GET /goods', SHOP, 200, SHOP],
    ['GET /nowhere', SHOP, 404, SHOP],
    ['PUT? /goods', SHOP, 204, SHOP, 'GET,PUT,OPTIONS'],
    ['DELETE? /goods', SHOP, 405, SHOP],
    ['PUT? /many/a', 'https://a.example', 204, 'https://a.example', `${EVERY},OPTIONS`],
  ],
  'url-alike': [
    ['GET /goods', SHOP, 200, SHOP],
    ['GET /nowhere', SHOP, 404, SHOP],
    ['GET /open', EVIL, 200, undefined],
    ['PUT? /goods', SHOP, 200, SHOP, EVERY],
  ],
};

describe.each(Object.entries(STAGES))('the stage %s, deployed to MiniStack', (stage, rows) => {
  let served: Served;
  beforeAll(async () => {
    const { outputs = [] } = await tankard(folder, engine, 'deploy', '--yes', '--stage', stage);
    served = servedBy(engine.endpoint, outputs.find(({ name }) => name === 'Url')?.value ?? '');
  });

  it.each(rows)('tells who asks %s from %s: %i, for %s', async (asks, origin, status, reader, methods) => {
    const [method = '', path = ''] = asks.split(' ');
    const asked = method.endsWith('?') ? method.slice(0, -1) : undefined;
    expect(await ask(served, path, origin, asked)).toEqual({ status, origin: reader, methods });
  });

  it('is left alone by the next deploy, and gone after the last', async () => {
    const { steps } = await tankard(folder, engine, 'deploy', '--yes', '--stage', stage);
    expect(steps).toEqual([]);
    await tankard(folder, engine, 'delete', '--yes', '--stage', stage);
    const { there } = await tankard(folder, engine, 'status', '--stage', stage);
    expect(there).toBe(0);
  });
});
