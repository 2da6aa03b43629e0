import { expect, test } from 'vitest';
import { problemsOf } from '../../testing/problems-of.ts';
import { knownUrl, urlOutput } from './url-output.ts';

const stage = { app: 'shop', stage: 'dev', region: 'eu-central-1' };

test('the URL is the output of its name', () => {
  const url = { name: 'Url', description: '', value: 'https://a' };
  const other = { name: 'UsersTableName', description: '', value: 'users' };
  const socket = { name: 'WebsocketUrl', description: '', value: 'wss://a/dev' };
  const app = { app: 'shop', outputs: [other, url, socket] };
  expect(urlOutput(app, 'Url')).toBe(url);
  expect(urlOutput(app, 'WebsocketUrl')).toBe(socket);
  expect(knownUrl([url], stage)).toBe('https://a');
});

test('the slash at the end of a function URL is left out', () => {
  expect(knownUrl([{ value: 'https://a.lambda-url.eu-west-1.on.aws/' }], stage)).toBe(
    'https://a.lambda-url.eu-west-1.on.aws',
  );
});

test.each([
  ['Url', 'routes'],
  ['WebsocketUrl', 'WebSocket routes'],
] as const)('an app has no %s without %s', async (which, lacks) => {
  expect(await problemsOf(() => urlOutput({ app: 'shop', outputs: [] }, which))).toMatchObject([
    { code: 'URL_NONE', message: `The app 'shop' has no ${lacks}, so it has no URL for them.` },
  ]);
});

test('a stage that is not in AWS has none yet', async () => {
  expect(await problemsOf(() => knownUrl([], stage))).toMatchObject([
    { code: 'STAGE_NOT_DEPLOYED', message: "The stage 'dev' of 'shop' is not in eu-central-1." },
  ]);
});
