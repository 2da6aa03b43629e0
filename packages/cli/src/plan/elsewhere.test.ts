import { expect, test } from 'vitest';
import { createClients } from '../aws/clients.ts';
import { memoryStore } from '../state/testing/memory-store.ts';
import { elsewhereProblems } from './elsewhere.ts';

const target = {
  clients: createClients({ env: {} }),
  account: '123456789012',
  region: 'eu-central-1',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
  caller: 'arn:aws:iam::123456789012:user/ann',
};

test.each([
  ['nowhere', [], false, []],
  ['in this account', ['123456789012'], false, []],
  ['in this one and another', ['999999999999', '123456789012'], false, []],
  ['in another account', ['999999999999'], false, ['DEPLOY_ELSEWHERE']],
  ['in another account, and the user knows', ['999999999999'], true, []],
])('a stage that stands %s', async (_, accounts, elsewhere, codes) => {
  const store = { ...memoryStore(), accounts: async () => accounts };
  const problems = await elsewhereProblems({
    graph: { app: 'shop', stage: 'dev' },
    target,
    store,
    elsewhere,
  });
  expect(problems.map(({ code }) => code)).toEqual(codes);
});
