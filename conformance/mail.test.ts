import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { type CountingProxy, startCountingProxy } from './engines/counting-proxy.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { tankard } from './engines/tankard.ts';

let engine: MiniStack;
let proxy: CountingProxy;
let project: string;
beforeAll(async () => {
  engine = await startMiniStack();
  proxy = await startCountingProxy(engine.endpoint);
  project = await copyProject('group-mailer');
});
afterAll(async () => {
  await proxy?.stop();
  await engine?.stop();
  await rm(project, { recursive: true, force: true });
});

const sender = 'news@mail.example.com';
const warnings = async () => {
  const { problems } = await tankard(project, proxy, 'plan', '--parameter', `SourceEmail=${sender}`);
  return problems.map(({ code, subject }) => [code, subject]);
};
const verify = (address: string) => tankard(project, proxy, 'mail', 'verify', address);

it('a plan warns of a sender that SES has not verified, and only reads', async () => {
  expect(await warnings()).toEqual([['MAIL_SENDER_UNVERIFIED', sender]]);
  expect(proxy.mutations()).toEqual([]);
});

it('an address is verified once, and the warning is gone', async () => {
  expect(await verify(sender)).toMatchObject({ state: 'asked' });
  expect(await verify(sender)).toMatchObject({ state: 'verified', identity: sender });
  expect(await warnings()).toEqual([]);
});

it('the state of each sender is listed', async () => {
  expect(await tankard(project, proxy, 'mail', '--parameter', `SourceEmail=${sender}`)).toMatchObject({
    senders: [{ address: sender, state: 'verified' }],
    sandbox: false,
  });
});

it('a plan warns of the sandbox', async () => {
  const answer = await fetch(`${engine.endpoint}/v2/email/account/details`, {
    method: 'POST',
    body: JSON.stringify({
      MailType: 'TRANSACTIONAL',
      WebsiteURL: 'https://example.com',
      ProductionAccessEnabled: false,
    }),
  });
  expect(answer.ok).toBe(true);
  expect(await warnings()).toEqual([['MAIL_SANDBOX', undefined]]);
});
