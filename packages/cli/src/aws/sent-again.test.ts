import { expect, test } from 'vitest';
import { hasMade } from './sent-again.ts';

const refused = (name: string, attempts: number) =>
  Promise.reject(Object.assign(new Error(name), { name, $metadata: { attempts } }));

test('a call that is answered has made something', async () => {
  expect(await hasMade(Promise.resolve({}), 'Exists')).toBe(true);
});

test('what is there at the first try was made by somebody else', async () => {
  expect(await hasMade(refused('Exists', 1), 'Exists')).toBe(false);
});

test('what is there when a call is sent again was made by its first try', async () => {
  expect(await hasMade(refused('Exists', 2), 'Exists')).toBe(true);
});

test('another refusal stays one', async () => {
  await expect(hasMade(refused('Denied', 2), 'Exists')).rejects.toThrow('Denied');
});
