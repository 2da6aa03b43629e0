import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { built, openProjectStage, type ProjectStage } from '../engines/project-stage.ts';
import { seeded } from '../engines/seeded.ts';
import { verifySender } from '../engines/sent-mails.ts';
import { sample } from '../tour/every-pair.ts';
import { type DeployedApp, functionName } from '../walk-throughs/deployed-app.ts';
import { deployedFunctions, findApp } from './deployed-functions.ts';
import { type DeployedRole, roleOf } from './deployed-role.ts';
import { extraRightFor, extraRights } from './extra-rights.ts';
import { judgedApps } from './judged-apps.ts';
import { refusalFor, refusedAnyway } from './refused-anyway.ts';
import { type AppRights, keepResult } from './result.ts';
import { takeAway } from './take-away.ts';

const full = process.env.CONFORMANCE_FULL !== undefined;
const results: AppRights[] = [];
let engine: MiniStack;
let stage: ProjectStage;
beforeAll(async () => {
  engine = await startMiniStack({ AUTH: 'true' });
  stage = await openProjectStage(engine);
});
afterAll(async () => {
  await stage?.stop();
  await engine?.stop();
});

describe.each(judgedApps)(
  'the roles of $name',
  { timeout: full ? 900_000 : 120_000 },
  ({ name, project, parameters, partOf, prepare, sampled }) => {
    let app: DeployedApp;
    let functions: readonly string[];
    const roles = new Map<string, DeployedRole>();
    const refused: string[] = [];
    beforeAll(async () => {
      const senders = Object.values(parameters).filter((value) => value.includes('@'));
      for (const address of senders) await verifySender(engine, address);
      await stage.deploy(await built(project, parameters));
      app = await findApp(engine, `${name}-dev`);
      await prepare?.(app);
      const all = await deployedFunctions(app);
      for (const one of all) roles.set(one, await roleOf(engine, functionName(app, one)));
      functions = full ? all : sample(all, sampled, seeded(11));
    });

    const part = async (one: string) => {
      const tries = partOf(one);
      if (!tries) throw new Error(`Nothing goes through ${one}.`);
      await tries(app);
    };

    it('lack nothing', async () => {
      const unexplained: unknown[] = [];
      for (const one of functions) {
        await part(one).catch((error: unknown) => {
          refused.push(one);
          if (!refusalFor(one)) unexplained.push(error);
        });
      }
      expect(unexplained).toEqual([]);
    });

    it('have nothing that can be taken away, one action on one resource at a time', async () => {
      const judged = functions.filter((one) => !refused.includes(one));
      const taken = [];
      for (const [one, role] of roles) {
        if (!judged.includes(one)) continue;
        taken.push(...(await takeAway(`${name} ${one}`, role, () => part(one))));
        // With the whole policy it goes on: what failed did so for want of a right.
        await part(one);
      }
      results.push({ app: name, functions: functions.length, refused, taken });
      expect(taken.filter((one) => !one.needed && !extraRightFor(one))).toEqual([]);
    });
  },
);

if (full) {
  it('leave no reason that nothing needs any more', () => {
    const taken = results.flatMap((result) => result.taken).filter(({ needed }) => !needed);
    const refused = results.flatMap((result) => result.refused);
    const reasons = new Set<unknown>([...taken.map(extraRightFor), ...refused.map(refusalFor)]);
    expect([...extraRights, ...refusedAnyway].filter((reason) => !reasons.has(reason))).toEqual([]);
    keepResult(results);
  });
}
