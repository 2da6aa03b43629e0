import { isDeepStrictEqual } from 'node:util';
import { DeleteSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { seeded } from '../engines/seeded.ts';
import { type Deployer, startDeployer } from './deployer.ts';
import { everyPair, sample } from './every-pair.ts';
import { firstApp } from './first-app.ts';
import { readEngine } from './reading/read-engine.ts';
import type { Reading } from './reading/reading.ts';
import { EXISTING_TOPIC, MOVED, traits } from './traits.ts';
import type { Variant } from './variant.ts';

/** Apps beside the first one whose pairs are visited; all with `npm run conformance -- --full`. */
const SAMPLE = 4;
const others = process.env.CONFORMANCE_FULL ? traits : sample(traits, SAMPLE, seeded(4));
const visited = [firstApp, ...others];

let engine: MiniStack;
let deployer: Deployer;
/** What there is without an app. */
let nothing: Reading;
beforeAll(async () => {
  engine = await startMiniStack();
  await new SNSClient(engine.client).send(new CreateTopicCommand({ Name: EXISTING_TOPIC }));
  deployer = await startDeployer(engine);
  nothing = await readEngine(engine);
});
afterAll(async () => {
  await deployer?.stop();
  await engine?.stop();
});

/** By app: what its deploy alone ends in. */
const alone = new Map<Variant, Reading>();
const aloneOf = (variant: Variant): Reading => {
  const reading = alone.get(variant);
  if (!reading) throw new Error(`'${variant.trait}' was not deployed alone.`);
  return reading;
};

describe('an app alone', () => {
  it.each(visited)('comes and goes without a trace: $trait', async (variant) => {
    await deployer.deploy(variant);
    alone.set(variant, await readEngine(engine));
    await deployer.remove();
    await forgetSecret();
    expect(await readEngine(engine)).toEqual(nothing);
  });

  it.each(others)('shows in the engine in what it differs: $trait', (variant) => {
    const same = isDeepStrictEqual(aloneOf(variant), aloneOf(firstApp));
    expect(same).toBe(variant.trait === MOVED);
  });
});

describe('an app after another one', () => {
  const walk = everyPair(visited);
  const pairs = walk.slice(1).map((to, index) => ({ from: walk[index]?.trait, to: to.trait, variant: to }));
  /** Names of the data that earlier apps had: it stays. */
  const kept = new Set<string>();
  beforeAll(async () => {
    const [first] = walk;
    if (first) await bring(first);
  });

  async function bring(variant: Variant): Promise<void> {
    await deployer.deploy(variant);
    for (const name of Object.keys(aloneOf(variant))) if (isData(name)) kept.add(name);
  }

  it.each(pairs)('is what it is alone: from $from to $to', async ({ variant }) => {
    await bring(variant);
    const wanted = aloneOf(variant);
    const found = Object.entries(await readEngine(engine));
    expect(Object.fromEntries(found.filter(([name]) => name in wanted || !kept.has(name)))).toEqual(wanted);
  });
});

/** For 30 days it could be restored, with the tags that it had; the next app is to find none. */
async function forgetSecret(): Promise<void> {
  const forget = { SecretId: 'shop-dev-key', ForceDeleteWithoutRecovery: true };
  await new SecretsManagerClient(engine.client).send(new DeleteSecretCommand(forget));
}

const isData = (name: string): boolean => /^(table|bucket|stream|secret) /.test(name);
