import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apps, type PackagedApp, projectFolder } from '../apps.ts';
import { type Engine, seenFrom } from '../engines/engine.ts';
import { EXISTING_ACCOUNT, EXISTING_REGION, makeExistingThings } from '../engines/existing-things.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { built, openProjectStage, type ProjectStage } from '../engines/project-stage.ts';
import { createStack } from '../engines/stack.ts';
import { readEngine } from '../tour/reading/read-engine.ts';
import type { Reading } from '../tour/reading/reading.ts';
import { allowances, isAllowed } from './allowed-differences.ts';
import { type Difference, differencesOf } from './differences.ts';
import { normalised } from './normalised.ts';

/** Differs from another app only in what is the same for a deploy and a stack; with `--full` it comes too. */
const LIKE_OTHERS = ['every-source'];
/** Their configuration names a hosted zone, whose id an engine chooses by itself; `domain-path.test.ts` deploys them. */
const WITH_ZONE = ['every-source-domain', 'every-source-edge'];
const compared = apps
  .filter(({ name }) => !WITH_ZONE.includes(name))
  .filter(({ name }) => process.env.CONFORMANCE_FULL || !LIKE_OTHERS.includes(name));

/** One engine for deploys, one for stacks. */
let engines: readonly MiniStack[];
let stage: ProjectStage;
let deployed: Reading;
let stacked: Reading;
let differences: readonly Difference[];

describe('every app, deployed to one engine and as a stack in another', () => {
  beforeAll(async () => {
    engines = await Promise.all([startMiniStack(), startMiniStack()]);
    const [one, other] = engines.map((engine) => seenFrom(engine, EXISTING_ACCOUNT, EXISTING_REGION));
    if (!one || !other) throw new Error('There are not two engines.');
    await Promise.all([one, other].map(makeExistingThings));
    stage = await openProjectStage(one);
    for (const app of compared) {
      const deploy = async () => stage.deploy(await built(projectFolder(app), app.parameters, app.stage));
      await Promise.all([deploy(), createStack(app, other, await stackParameters(app, other))]);
    }
    [deployed = {}, stacked = {}] = await Promise.all([one, other].map(readEngine));
    differences = differencesOf(normalised(deployed), normalised(stacked));
  });
  afterAll(async () => {
    await stage?.stop();
    await Promise.all((engines ?? []).map((one) => one.stop()));
  });

  it('has the same resources with the same attributes', () => {
    expect(Object.keys(normalised(deployed)).length).toBeGreaterThan(200);
    expect(differences.filter((one) => !isAllowed(one))).toEqual([]);
  });

  it('differs in all that is listed as allowed', () => {
    const used = new Set(differences.map(isAllowed));
    expect(allowances.filter((one) => !used.has(one))).toEqual([]);
  });

  it('bears the tags by which a deploy knows its own only where a deploy made it', () => {
    expect(JSON.stringify(deployed)).toContain('tankard:app');
    expect(JSON.stringify(stacked)).not.toContain('tankard:');
  });
});

/** What a deploy looks up by itself, a stack is told. */
async function stackParameters({ name, parameters }: PackagedApp, { client }: Engine) {
  if (!name.startsWith('every-source')) return parameters;
  const describe = new DescribeTableCommand({ TableName: 'customers' });
  const { Table } = await new DynamoDBClient(client).send(describe);
  return { ...parameters, ExistingCustomersStreamArn: Table?.LatestStreamArn ?? '' };
}
