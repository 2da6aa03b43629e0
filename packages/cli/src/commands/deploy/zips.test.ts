import { expect, test } from 'vitest';
import { zipsOf } from './zips.ts';

const built = {
  function: 'send',
  handler: 'index.handler',
  format: 'cjs',
  entries: [{ name: 'index.js', content: Buffer.from('1'), mode: 0o644 }],
  map: '{}',
  bytes: 1,
  digest: 'd'.repeat(64),
} as const;

test('a zip is made once, when it is asked for', async () => {
  const zip = zipsOf({ functions: [built] });
  const [first, second] = await Promise.all([zip('send.zip'), zip('send.zip')]);
  expect(first.byteLength).toBeGreaterThan(100);
  expect(second).toBe(first);
});

test('a zip of no function is a mistake', async () => {
  await expect(zipsOf({ functions: [built] })('other.zip')).rejects.toThrow(
    "Nothing was built for 'other.zip'.",
  );
});

test('the zip of the layer is one of them', async () => {
  const layer = { ...built, functions: new Set(['send']) };
  const zip = zipsOf({ functions: [], layer });
  expect((await zip('sdk.layer.zip')).byteLength).toBeGreaterThan(100);
});
