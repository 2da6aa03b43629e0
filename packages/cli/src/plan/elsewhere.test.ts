import { expect, test } from 'vitest';
import { createClients } from '../aws/clients.ts';
import { fileStore } from '../state/file-store.ts';
import { memoryStore } from '../state/testing/memory-store.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { tempProject } from '../testing/temp-project.ts';
import { deploy } from './deploy.ts';
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

test('a deploy into another account is refused each time, and leaves no journal there', async () => {
  const project = await tempProject({});
  const { account, region } = target;
  const name = { account, region, app: 'shop', stage: 'dev' };
  await fileStore(project, { ...name, account: '999999999999' }).replace('');
  const store = fileStore(project, name);
  const attempt = () =>
    problemsOf(() =>
      deploy({
        graph: { app: 'shop', stage: 'dev', nodes: new Map(), outputs: [] },
        parameters: {},
        target,
        store,
        choice: { withData: false, replaceData: new Set() },
        zip: async () => new Uint8Array(),
        signal: new AbortController().signal,
        command: 'deploy',
        breakLock: false,
        onEvent: () => {},
        confirm: async () => true,
      }),
    );
  expect(await attempt()).toMatchObject([{ code: 'DEPLOY_ELSEWHERE' }]);
  expect(await attempt()).toMatchObject([{ code: 'DEPLOY_ELSEWHERE' }]);
  expect(await store.accounts()).toEqual(['999999999999']);
});
