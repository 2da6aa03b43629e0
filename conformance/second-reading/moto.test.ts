import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../packages/cli/src/plan/plan.ts';
import { type CountingProxy, startCountingProxy } from '../engines/counting-proxy.ts';
import { behind, seenFrom } from '../engines/engine.ts';
import type { RunningEngine } from '../engines/engine-process.ts';
import { EXISTING_ACCOUNT, EXISTING_REGION, makeExistingThings } from '../engines/existing-things.ts';
import { inventoryOf } from '../engines/inventory.ts';
import { startMoto } from '../engines/moto.ts';
import { openProjectStage, type ProjectStage } from '../engines/project-stage.ts';
import { type ChangingApp, changingApp } from '../faults/changing-apps.ts';
import { inMotosPlace, type Lack, lacks } from './moto-lacks.ts';

let moto: RunningEngine;
let proxy: CountingProxy;
let stage: ProjectStage;
const seen = () => seenFrom(moto, EXISTING_ACCOUNT, EXISTING_REGION);
beforeAll(async () => {
  moto = await startMoto();
  proxy = await startCountingProxy(moto.endpoint, inMotosPlace);
  await makeExistingThings(seen());
  stage = await openProjectStage(behind(seen(), proxy));
});
afterAll(async () => {
  await stage?.stop();
  await proxy?.stop();
  await moto?.stop();
});

const names = process.env.CONFORMANCE_FULL
  ? (['every-source', 'recruiting'] as const)
  : (['every-source'] as const);

describe.each(names)('%s, read by moto', (name) => {
  let app: ChangingApp;
  let nothing: unknown;
  beforeAll(async () => {
    app = await changingApp(name);
    nothing = await inventoryOf(seen());
  });

  it.each(['first', 'second'] as const)(
    'is brought to its %s version, and then left alone',
    async (version) => {
      await stage.deploy(app[version]);
      proxy.forget();
      const again = wantedAgain(await stage.deploy(app[version]));
      expect(again.filter((one) => !lacks.some((lack) => isOf(one, lack)))).toEqual([]);
      // The app of every source has something of each; the other has no authorizer.
      const kept = lacks.filter((lack) => !again.some((one) => isOf(one, lack)));
      if (name === 'every-source') expect(kept).toEqual([]);
      expect(proxy.mutations().filter((call) => !lacks.some(({ calls }) => calls.test(call)))).toEqual([]);
    },
  );

  it('is removed without a trace', async () => {
    await stage.remove(app.second);
    expect(await inventoryOf(seen())).toEqual(nothing);
  });
});

interface Again {
  readonly kind: Lack['kind'];
  readonly path: string;
}

/** The properties that a deploy has found other than it left them. */
function wantedAgain({ wanted }: Plan): readonly Again[] {
  return wanted.flatMap((step) => {
    if (step.action === 'unchanged') return [];
    if (step.action === 'create') return [{ kind: step.kind, path: 'itself' }];
    return step.changes.map(({ path }) => ({ kind: step.kind, path }));
  });
}

const isOf = ({ kind, path }: Again, lack: Lack): boolean => lack.kind === kind && lack.path.test(path);
