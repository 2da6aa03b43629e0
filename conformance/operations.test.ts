import { expect, test } from 'vitest';
import { actionsOf } from '../packages/cli/src/policy/actions/actions-of.ts';
import { type SdkClient, sdkClients } from './judges/sdk-clients.ts';
import { missingActions } from './missing-actions.ts';

const clients = sdkClients();
const place = { file: 'app.ts', line: 1 };

async function missing({ client, operations }: SdkClient): Promise<readonly string[]> {
  const found = await Promise.all(
    operations.map(async (operation) => ((await actionsOf({ client, operation, place })) ? [] : [operation])),
  );
  return found.flat();
}

test('the models name the commands that the packages have', async () => {
  const exported: object = await import('@aws-sdk/client-dynamodb');
  const commands = Object.keys(exported).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
  const known = clients.find(({ client }) => client === '@aws-sdk/client-dynamodb')?.operations;
  expect(known).toEqual(expect.arrayContaining(commands));
});

test('94 of 100 operations of all clients have an action, and every one that has none is counted at its client', async () => {
  const counts: Record<string, number> = {};
  const names: Record<string, readonly string[]> = {};
  for (const one of clients) {
    const without = await missing(one);
    if (without.length === 0) continue;
    const client = one.client.replace('@aws-sdk/client-', '');
    counts[client] = without.length;
    if (missingActions[client] !== without.length) names[client] = without;
  }
  const all = clients.reduce((sum, { operations }) => sum + operations.length, 0);
  const lost = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const share = 1 - lost / all;
  console.log(`${clients.length} clients, ${all} operations: ${(share * 100).toFixed(1)} % have an action.`);
  expect(share).toBeGreaterThan(0.94);
  // Where the counts differ these are the operations: new ones, or ones that have an action by now.
  expect(names).toEqual({});
  expect(counts).toEqual(missingActions);
});
