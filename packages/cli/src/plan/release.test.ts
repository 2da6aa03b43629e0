import { expect, test } from 'vitest';
import { createClients } from '../aws/clients.ts';
import { memoryStore } from '../state/testing/memory-store.ts';
import { problemsOf } from '../testing/problems-of.ts';
import type { WantedStep } from './plan.ts';
import { releasesIn, saveRelease } from './release.ts';
import { rollback } from './rollback.ts';
import { given } from './testing/given.ts';

const zip = async (name: string) => Buffer.from(`zip of ${name}`);

/** A step for a function whose code has the digest. */
function step(name: string, digest: string): { step: WantedStep; model: unknown } {
  const node = given.function(name, { code: { zip: `${name}.zip`, digest } });
  const { id, kind, model } = node;
  const after = [`role:${name}`] as const;
  return {
    step: { action: 'create', id, kind, node, key: {}, properties: {}, after },
    model: { ...model, role: 'arn:role', logGroup: 'group' },
  };
}

test('a release holds functions that need nothing else, and their code', async () => {
  const { files } = memoryStore();
  const table = { step: { ...step('x', '1').step, node: given.table('Names') }, model: {} };
  await saveRelease({ number: 1, at: 'now' }, [step('send', 'd1'), table], files, zip);
  const [release] = await releasesIn(files);
  expect(release?.nodes).toMatchObject([
    {
      id: 'function:send',
      dependsOn: ['role:send'],
      model: { logGroup: 'group', code: { zip: 'code-d1.zip', digest: 'd1' } },
    },
  ]);
  expect(Buffer.from((await files.read('code-d1.zip')) ?? []).toString()).toBe('zip of send.zip');
});

test('code that two releases share is kept once, and only what is new is zipped', async () => {
  const { files } = memoryStore();
  await saveRelease({ number: 1, at: '' }, [step('send', 'd1'), step('mail', 'd1')], files, zip);
  const asked: string[] = [];
  const counting = async (name: string) => {
    asked.push(name);
    return zip(name);
  };
  await saveRelease({ number: 2, at: '' }, [step('send', 'd2'), step('mail', 'd1')], files, counting);
  expect(asked).toEqual(['send.zip']);
});

test('five releases are kept, the newest first, with the code that they need', async () => {
  const { files } = memoryStore();
  for (let number = 1; number <= 12; number += 1) {
    await saveRelease({ number, at: '' }, [step('send', `d${number}`)], files, zip);
  }
  expect((await releasesIn(files)).map(({ number }) => number)).toEqual([12, 11, 10, 9, 8]);
  expect((await files.names()).filter((name) => name.startsWith('code-'))).toHaveLength(5);
});

test('without an earlier deploy there is nothing to go back to', async () => {
  const problems = await problemsOf(() =>
    rollback({
      graph: { app: 'shop', stage: 'dev' },
      target: {
        clients: createClients({ env: {} }),
        account: '123456789012',
        region: 'eu-central-1',
        partition: 'aws',
        urlSuffix: 'amazonaws.com',
        caller: 'arn:aws:iam::123456789012:user/ann',
      },
      store: memoryStore(),
      choice: { withData: false, replaceData: new Set() },
      signal: new AbortController().signal,
      breakLock: false,
      onEvent: () => {},
      confirm: async () => true,
    }),
  );
  expect(problems).toMatchObject([{ code: 'ROLLBACK_NOTHING' }]);
});
