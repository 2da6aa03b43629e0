import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreparedApp } from '../../packages/cli/src/prepare/prepare-app.ts';
import { everySourceParameters } from '../app-parameters.ts';
import { type Account, type Accounts, openAccounts } from '../engines/accounts.ts';
import { makeExistingThings } from '../engines/existing-things.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { built } from '../engines/project-stage.ts';
import { deployable, edit, everySourceProject } from '../every-source/project.ts';
import { secondVersion } from '../every-source/second-version.ts';
import { commands, journals, type Legs, type Traveller, travel, wholeLegs } from './journey.ts';
import { testedStage } from './stage.ts';

/** Stages of the app of every source, each in an account of its own: a deploy mostly waits for Lambda's pace. */
const lanes = ['dev', 'dev', 'rest', 'layer'] as const;
type Stage = (typeof lanes)[number];
const stages: readonly Stage[] = ['dev', 'rest', 'layer'];

const full = process.env.CONFORMANCE_FULL !== undefined;
/** Deploys of each command that are stopped in each account; with `npm run conformance -- --full`, all that it takes. */
const rounds = full ? Number.POSITIVE_INFINITY : 1;
const TIMEOUT = full ? 4 * 3_600_000 : 300_000;

let engine: MiniStack;
let accounts: Accounts;
let travellers: readonly Traveller[];
const legsOf = new Map<Stage, Legs>();
beforeAll(async () => {
  engine = await startMiniStack();
  accounts = await openAccounts(engine, lanes.length, 'eu-central-1');
  const versions = await builtVersions();
  travellers = await Promise.all(
    accounts.all.map((account, lane) => travellerIn(account, versions.get(lanes[lane] ?? 'dev'))),
  );
  const kinds = new Set<string>();
  for (const stage of stages) {
    // What other stages have besides, and not once more what they have alike.
    const known = new Set(kinds);
    const legs = await wholeLegs(travellerOf(lanes.indexOf(stage)), (kind) => {
      kinds.add(kind);
      return !known.has(kind);
    });
    legsOf.set(stage, legs);
  }
}, TIMEOUT);
afterAll(async () => {
  for (const { stage } of travellers ?? []) await stage.close();
  await accounts?.close();
  await engine?.stop();
});

/** Each stage's first and second version. */
async function builtVersions(): Promise<ReadonlyMap<Stage, readonly PreparedApp[]>> {
  const project = await everySourceProject();
  const versions = new Map<Stage, PreparedApp[]>();
  for (const stage of stages) versions.set(stage, [await built(project, everySourceParameters, stage)]);
  await edit(project, secondVersion);
  for (const stage of stages) versions.get(stage)?.push(await built(project, everySourceParameters, stage));
  await rm(project, { recursive: true });
  return versions;
}

async function travellerIn(account: Account, versions: readonly PreparedApp[] = []): Promise<Traveller> {
  await makeExistingThings(account.engine);
  const [create, update] = await Promise.all(versions.map((version) => deployable(version, account)));
  if (!create || !update) throw new Error('The app was not built.');
  const stage = await testedStage(account, create.graph);
  return { stage, wanted: { create, update, delete: 'nothing' } };
}

function travellerOf(lane: number): Traveller {
  const traveller = travellers[lane];
  if (!traveller) throw new Error(`There is no account ${lane}.`);
  return traveller;
}

function legs(stage: Stage): Legs {
  const found = legsOf.get(stage);
  if (!found) throw new Error(`The stage ${stage} was not deployed.`);
  return found;
}

describe.concurrent('a create, an update and a delete that are stopped on the way', () => {
  it.for(lanes.map((stage, lane) => ({ stage, lane })))(
    'come to the same end when they are done again: stage $stage, account $lane',
    { timeout: TIMEOUT },
    async ({ stage, lane }, { task }) => {
      const { stops, failures } = await travel(travellerOf(lane), legs(stage), { rounds, first: lane });
      Object.assign(task.meta, { stops });
      expect(failures).toEqual([]);
      expect(stops).toBeGreaterThan(0);
    },
  );
});

describe.each(full ? stages : [])('the stage %s', (stage) => {
  it.for(commands.flatMap((command) => journals.map((journal) => ({ command, journal }))))(
    'was stopped before and after each step of its $command, with the journal $journal',
    ({ command, journal }, { task }) => {
      const itinerary = legs(stage).get(command)?.[journal];
      Object.assign(task.meta, { moments: itinerary?.size });
      expect(itinerary?.left).toBe(0);
    },
  );
});
