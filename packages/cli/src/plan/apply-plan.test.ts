import { expect, test } from 'vitest';
import type { AnyNode } from '../graph/node.ts';
import { memoryStore } from '../state/testing/memory-store.ts';
import { problemsOf } from '../testing/problems-of.ts';
import { given } from './testing/given.ts';
import { memoryStage, OWN } from './testing/memory-stage.ts';

const sender: readonly AnyNode[] = [given.permission('send'), given.function('send'), given.role('send')];

test('what is referred to is made first, and its attributes reach those who refer to it', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply(sender);
  expect(stage.calls).toEqual([
    'make role shop-dev-send',
    'make function shop-dev-send',
    'make permission arn of shop-dev-send/sns',
  ]);
  expect(stage.things.get('function [["name","shop-dev-send"]]')?.properties.role).toBe(
    'arn of shop-dev-send',
  );
});

test('a second deploy of the same changes nothing', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply(sender);
  stage.calls.length = 0;
  await stage.apply(sender);
  expect(stage.calls).toEqual([]);
});

test('a property that differs is changed by itself', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply(sender);
  stage.calls.length = 0;
  await stage.apply([given.role('send'), given.permission('send'), given.function('send', { memory: 512 })]);
  expect(stage.calls).toEqual(['change memory of function shop-dev-send']);
});

test('what is wanted no more goes last, dependents first, and parts with their whole', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply(sender);
  stage.calls.length = 0;
  await stage.apply([given.role('other')]);
  expect(stage.calls).toEqual([
    'make role shop-dev-other',
    'remove function shop-dev-send',
    'remove role shop-dev-send',
  ]);
});

test('with the journal lost the same things are removed', async () => {
  const store = memoryStore();
  const stage = memoryStage(store);
  await stage.apply(sender);
  store.text = undefined;
  stage.calls.length = 0;
  await stage.apply([given.role('other')]);
  expect([...stage.things.keys()]).toEqual(['role [["name","shop-dev-other"]]']);
});

test('what somebody else removed is made again, and nobody is asked to remove what is gone', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply([...sender, given.role('old')]);
  stage.things.clear();
  stage.calls.length = 0;
  await stage.apply(sender);
  expect(stage.calls).toHaveLength(3);
  expect(stage.calls.every((call) => call.startsWith('make'))).toBe(true);
});

test('data that is wanted no more is kept, and removed where the user says so', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply([given.table('Names')]);
  await stage.apply([]);
  expect(stage.things.size).toBe(1);
  await stage.apply([], { choice: { withData: true } });
  expect(stage.things.size).toBe(0);
});

test('a key that changes makes a new thing before the old one goes', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply([given.table('Names')]);
  stage.calls.length = 0;
  const choice = { replaceData: new Set(['Names']) };
  await stage.apply([given.table('Names', 'id', 'shop-dev-Names2')], { choice });
  expect(stage.calls).toEqual(['make table shop-dev-Names2', 'remove table shop-dev-Names']);
});

test('a property that cannot change removes the old thing before the new one is made', async () => {
  const stage = memoryStage(memoryStore());
  await stage.apply([given.table('Names')]);
  stage.calls.length = 0;
  await stage.apply([given.table('Names', 'mail')], { choice: { replaceData: new Set(['Names']) } });
  expect(stage.calls).toEqual(['remove table shop-dev-Names', 'make table shop-dev-Names']);
});

const changed: readonly AnyNode[] = [
  given.role('send', 'everybody'),
  given.function('send', { memory: 512, environment: { STAGE: 'dev' } }),
  given.role('mail'),
  given.function('mail'),
  given.permission('mail'),
];

/** Applies, and aborts at the n-th event; says whether there was one. */
async function abortedAt(stage: ReturnType<typeof memoryStage>, nodes: readonly AnyNode[], moment: number) {
  const controller = new AbortController();
  let seen = 0;
  const onEvent = () => {
    seen += 1;
    if (seen === moment) controller.abort(new Error('stopped by the test'));
  };
  const problems = await stage
    .apply(nodes, { signal: controller.signal, onEvent })
    .then(() => [])
    .catch(async (error: unknown) => problemsOf(() => Promise.reject(error)));
  return { stopped: seen >= moment, problems };
}

test.each([
  ['kept', false],
  ['lost', true],
])(
  'stopped at any moment of a create, a change and a removal, with the journal %s, the next run comes to the same end',
  async (_, lost) => {
    const whole = memoryStage(memoryStore());
    await whole.apply(changed);
    const end = new Map(whole.things);
    for (const before of [[], sender, [...sender, given.role('old'), given.function('old')]]) {
      for (let moment = 1; ; moment += 1) {
        const store = memoryStore();
        const stage = memoryStage(store);
        await stage.apply(before);
        const { stopped } = await abortedAt(stage, changed, moment);
        if (lost) store.text = undefined;
        await stage.apply(changed);
        expect(new Map([...stage.things].sort()), `stopped at ${moment}`).toEqual(new Map([...end].sort()));
        stage.calls.length = 0;
        await stage.apply(changed);
        expect(stage.calls).toEqual([]);
        if (!stopped) break;
      }
    }
  },
);

test('stopped at any moment of a change that is then taken back, nothing of it stays', async () => {
  const whole = memoryStage(memoryStore());
  await whole.apply(sender);
  for (let moment = 1; ; moment += 1) {
    const stage = memoryStage(memoryStore());
    await stage.apply(sender);
    const { stopped } = await abortedAt(stage, changed, moment);
    await stage.apply(sender);
    expect(new Map([...stage.things].sort()), `stopped at ${moment}`).toEqual(
      new Map([...whole.things].sort()),
    );
    if (!stopped) break;
  }
});

test('a deploy that is stopped says so', async () => {
  const { problems } = await abortedAt(memoryStage(memoryStore()), sender, 2);
  expect(problems).toMatchObject([{ code: 'DEPLOY_ABORTED' }]);
});

test('what has the wanted name by chance stops the deploy before it changes anything', async () => {
  const stage = memoryStage(memoryStore());
  stage.things.set('role [["name","shop-dev-send"]]', { properties: { trusts: 'me' }, tags: {} });
  const { problems } = await stage.plan(sender);
  expect(problems).toMatchObject([{ code: 'RESOURCE_FOREIGN', subject: 'role:send' }]);
});

test('what this app made and no journal knows is taken over', async () => {
  const stage = memoryStage(memoryStore());
  stage.things.set('role [["name","shop-dev-send"]]', { properties: { trusts: 'lambda' }, tags: OWN });
  const { wanted, problems } = await stage.plan(sender);
  expect(problems).toEqual([]);
  expect(wanted.find(({ id }) => id === 'role:send')?.action).toBe('unchanged');
});

test.each([
  ['key', given.table('Names', 'mail'), 'AWS cannot change key'],
  ['name', given.table('Names', 'id', 'shop-dev-Names2'), 'it would have another name'],
])('a table whose %s changes is not emptied without a word', async (_, node, reason) => {
  const stage = memoryStage(memoryStore());
  await stage.apply([given.table('Names')]);
  const { problems } = await stage.plan([node]);
  expect(problems).toMatchObject([{ code: 'DATA_PROTECTED', subject: 'table:Names' }]);
  expect(problems[0]?.message).toContain(reason);
  expect((await stage.plan([node], { replaceData: new Set(['Names']) })).problems).toEqual([]);
});

test('where a step fails after others were done, the deploy says that it is half done', async () => {
  const stage = memoryStage(memoryStore());
  stage.refuse('function');
  const problems = await problemsOf(() => stage.apply([...sender, given.role('other')]));
  expect(problems.map(({ code }) => code)).toEqual(['AWS_FAILED', 'DEPLOY_PARTLY']);
  expect(stage.calls).toEqual(['make role shop-dev-send', 'make role shop-dev-other']);
});

test('where the first step fails there is only its own problem', async () => {
  const stage = memoryStage(memoryStore());
  stage.refuse('role');
  const problems = await problemsOf(() => stage.apply([given.role('send')]));
  expect(problems).toMatchObject([{ code: 'AWS_FAILED', subject: 'create role:send' }]);
});
