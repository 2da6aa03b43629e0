import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployerPolicy } from '../packages/cli/src/commands/policy/deployer-policy.ts';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { mailerParameters, recruitingParameters } from './app-parameters.ts';
import { type Account, accountOf } from './engines/accounts.ts';
import { inventoryOf } from './engines/inventory.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { seeded } from './engines/seeded.ts';
import { startTankard, type TankardEngine, tankard } from './engines/tankard.ts';
import { type EngineUser, type IamPolicy, newUser } from './engines/user-with.ts';
import { parliament } from './judges/parliament.ts';
import { type Deployer, startDeployer } from './tour/deployer.ts';
import { sample } from './tour/every-pair.ts';
import { firstApp } from './tour/first-app.ts';
import { EXISTING_TOPIC, traitsIn } from './tour/traits.ts';
import { graphOf, type Variant } from './tour/variant.ts';

const PLACE = { account: '000000000000', region: 'us-east-1' };

let engine: MiniStack;
beforeAll(async () => {
  engine = await startMiniStack({ AUTH: 'true' });
  await new SNSClient(engine.client).send(new CreateTopicCommand({ Name: EXISTING_TOPIC }));
});
afterAll(() => engine?.stop());

const examples = [
  { name: 'group-mailer', given: mailerParameters, before: 'Missing message details' },
  { name: 'recruiting', given: recruitingParameters, before: 'Audited' },
] as const;

describe.each(examples)('a user with the printed policy of $name', ({ name, given, before }) => {
  const parameters = Object.entries(given).flatMap(([key, value]) => ['--parameter', `${key}=${value}`]);
  let project: string;
  let user: EngineUser;
  let asUser: TankardEngine;
  beforeAll(async () => {
    project = await copyProject(name);
    user = await newUser(engine, `deployer-of-${name}`);
    asUser = { ...engine, credentials: user.credentials };
  });
  afterAll(() => rm(project, { recursive: true, force: true }));

  async function printed(...options: readonly string[]): Promise<IamPolicy> {
    const where = ['--account', PLACE.account, '--region', PLACE.region];
    const { policy } = await tankard(project, engine, 'policy', '--deployer', ...options, ...where);
    if (!policy) throw new Error('No policy was printed.');
    return policy;
  }
  const endOf = async (...words: readonly string[]) =>
    (await startTankard(project, asUser, ...words).ended).json?.problems.map(({ code }) => code);

  it('may do nothing without it', async () => {
    expect(await endOf('deploy', ...parameters)).toEqual(['AWS_FAILED']);
  });

  it('plans, and does no more, with one that is --read-only', async () => {
    await user.allow(await printed('--read-only'));
    await tankard(project, asUser, 'plan', ...parameters);
    expect(await endOf('deploy', ...parameters)).toContain('AWS_FAILED');
  });

  it('deploys', async () => {
    const policy = await printed();
    expect(judged(policy)).toEqual([]);
    await user.allow(policy);
    await tankard(project, asUser, 'deploy', ...parameters);
  });

  it('deploys a change', async () => {
    await replaceInSources(project, before, `${before}, changed`);
    await tankard(project, asUser, 'deploy', ...parameters);
  });

  it('looks, and goes back', async () => {
    await tankard(project, asUser, 'status');
    await tankard(project, asUser, 'rollback');
  });

  it('removes all but the data', async () => {
    await tankard(project, asUser, 'delete', '--yes');
  });

  it('may not remove the data, unless the policy is one --with-data', async () => {
    expect(await endOf('delete', '--yes', '--with-data')).toContain('AWS_FAILED');
    await user.allow(await printed('--with-data'));
    await tankard(project, asUser, 'delete', '--yes', '--with-data');
    const { topics: _, ...left } = await inventoryOf(engine);
    expect(Object.values(left).flat()).toEqual([]);
  });
});

describe('a user with the policies of an app before and after a change', () => {
  const traits = traitsIn({ id: PLACE.account, region: PLACE.region });
  // MiniStack does not know the condition `iam:PermissionsBoundary`, and refuses what it stands for.
  const known = traits.filter(({ config }) => config.permissionsBoundary === undefined);
  const others = process.env.CONFORMANCE_FULL ? known : sample(known, 4, seeded(7));
  let account: Account;
  let deployer: Deployer;
  let user: EngineUser;
  let last = firstApp;
  beforeAll(async () => {
    user = await newUser(engine, 'deployer-of-shop');
    account = await accountOf(engine, user.credentials);
    deployer = await startDeployer(account);
  });
  afterAll(async () => {
    await deployer?.stop();
    account?.target.clients.destroy();
  });

  const policyOf = (variant: Variant) =>
    deployerPolicy(graphOf(variant), variant.config, PLACE, { withData: true }) as unknown as IamPolicy;

  it.each([firstApp, ...others, firstApp])('deploys it: $trait', async (variant) => {
    expect(judged(policyOf(variant))).toEqual([]);
    await user.allow(policyOf(last), policyOf(variant));
    await deployer.deploy(variant);
    last = variant;
  });

  it('removes it', async () => {
    await user.allow(policyOf(last));
    await deployer.remove();
  });
});

/** What parliament has against a policy, but for what AWS's service authorization reference says since its last release. */
const judged = (policy: IamPolicy) =>
  parliament({ deployer: policy }).filter(
    ({ message }) => !/^Unknown action kinesis:TagResource|sns:GetSubscriptionAttributes/.test(message),
  );

async function replaceInSources(project: string, old: string, fresh: string): Promise<void> {
  const folder = join(project, 'src');
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), text.replaceAll(old, fresh));
  }
}
