import { isDeepStrictEqual } from 'node:util';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, type Accounts, openAccounts } from '../engines/accounts.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { seeded } from '../engines/seeded.ts';
import { type Deployer, startDeployer } from './deployer.ts';
import { everyPair, inParts, sample } from './every-pair.ts';
import { firstApp } from './first-app.ts';
import { readEngine } from './reading/read-engine.ts';
import type { Reading } from './reading/reading.ts';
import { EXISTING_TOPIC, MOVED, traitsIn } from './traits.ts';
import type { Variant } from './variant.ts';

/** Apps beside the first one whose pairs are visited; all with `npm run conformance -- --full`. */
const SAMPLE = 4;
/** Accounts in which the tour goes on at the same time: a deploy mostly waits for Lambda's pace. */
const ACCOUNTS = 4;
const lanes = Array.from({ length: ACCOUNTS }, (_, lane) => lane);

const allTraits = traitsIn({ id: '', region: '' }).map(({ trait }) => trait);
const others = process.env.CONFORMANCE_FULL ? allTraits : sample(allTraits, SAMPLE, seeded(4));
const visited = [firstApp.trait, ...others];

/** One account's part of the tour. */
interface Traveller {
  readonly account: Account;
  readonly deployer: Deployer;
  readonly apps: ReadonlyMap<string, Variant>;
  /** What there is without an app. */
  readonly nothing: Reading;
}

let engine: MiniStack;
let accounts: Accounts;
let travellers: readonly Traveller[];
beforeAll(async () => {
  engine = await startMiniStack();
  accounts = await openAccounts(engine, ACCOUNTS, 'us-east-1');
  travellers = await Promise.all(accounts.all.map(travellerIn));
});
afterAll(async () => {
  for (const { deployer } of travellers ?? []) await deployer.stop();
  await accounts?.close();
  await engine?.stop();
});

async function travellerIn(account: Account): Promise<Traveller> {
  await new SNSClient(account.engine.client).send(new CreateTopicCommand({ Name: EXISTING_TOPIC }));
  const apps = new Map([firstApp, ...traitsIn(account)].map((app) => [app.trait, app]));
  const deployer = await startDeployer(account);
  return { account, deployer, apps, nothing: await readEngine(account.engine) };
}

/** What an app's deploy alone ends in. */
const alone = new Map<string, Reading>();
const aloneOf = (trait: string): Reading => known(alone.get(trait), trait);

function known<T>(one: T | undefined, name: string | number): T {
  if (one === undefined) throw new Error(`There is no '${name}'.`);
  return one;
}
const traveller = (lane: number): Traveller => known(travellers[lane], lane);
const deployTo = ({ deployer, apps }: Traveller, trait: string) =>
  deployer.deploy(known(apps.get(trait), trait));

describe.each(lanes)('an app alone, in account %i', { concurrent: true }, (lane) => {
  it.each(visited.filter((_, index) => index % ACCOUNTS === lane))(
    'comes and goes without a trace: %s',
    { concurrent: false },
    async (trait) => {
      const { account, deployer, nothing } = traveller(lane);
      await deployTo(traveller(lane), trait);
      alone.set(trait, await readEngine(account.engine));
      await deployer.remove();
      expect(await readEngine(account.engine)).toEqual(nothing);
    },
  );
});

it.each(others)('an app shows in the engine in what it differs: %s', (trait) => {
  const same = isDeepStrictEqual(aloneOf(trait), aloneOf(firstApp.trait));
  expect(same).toBe(trait === MOVED);
});

const walks = inParts(everyPair(visited), ACCOUNTS);
describe.each(walks.map((walk, lane) => ({ walk, lane })))(
  'an app after another one, in account $lane',
  { concurrent: true },
  ({ walk, lane }) => {
    const pairs = walk.slice(1).map((to, index) => ({ from: walk[index], to }));
    /** Names of the data that earlier apps had: it stays. */
    const kept = new Set<string>();
    beforeAll(async () => {
      const [first] = walk;
      if (first !== undefined) await bring(first);
    });

    async function bring(trait: string): Promise<void> {
      await deployTo(traveller(lane), trait);
      for (const name of Object.keys(aloneOf(trait))) if (isData(name)) kept.add(name);
    }

    it.each(pairs)('is what it is alone: from $from to $to', { concurrent: false }, async ({ to }) => {
      await bring(to);
      const wanted = aloneOf(to);
      const found = Object.entries(await readEngine(traveller(lane).account.engine));
      expect(Object.fromEntries(found.filter(([name]) => name in wanted || !kept.has(name)))).toEqual(wanted);
    });
  },
);

const isData = (name: string): boolean => /^(table|bucket|stream|secret) /.test(name);
