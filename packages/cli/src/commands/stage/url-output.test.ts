import { expect, test } from 'vitest';
import { problemsOf } from '../../testing/problems-of.ts';
import { knownUrl, urlOutput } from './url-output.ts';

const stage = { app: 'shop', stage: 'dev', region: 'eu-central-1' };

test('the URL is the output of its name', () => {
  const url = { name: 'Url', description: '', value: 'https://a' };
  const other = { name: 'UsersTableName', description: '', value: 'users' };
  expect(urlOutput({ app: 'shop', outputs: [other, url] })).toBe(url);
  expect(knownUrl([url], stage)).toBe('https://a');
});

test('the slash at the end of a function URL is left out', () => {
  expect(knownUrl([{ value: 'https://a.lambda-url.eu-west-1.on.aws/' }], stage)).toBe(
    'https://a.lambda-url.eu-west-1.on.aws',
  );
});

test('an app without routes has none', async () => {
  expect(await problemsOf(() => urlOutput({ app: 'shop', outputs: [] }))).toMatchObject([
    { code: 'URL_NONE', message: "The app 'shop' has no routes, so it has no URL." },
  ]);
});

test('a stage that is not in AWS has none yet', async () => {
  expect(await problemsOf(() => knownUrl([], stage))).toMatchObject([
    { code: 'STAGE_NOT_DEPLOYED', message: "The stage 'dev' of 'shop' is not in eu-central-1." },
  ]);
});
