import { randomUUID } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { scheduledEvent } from '@tankard/framework/testing';
import { expect, it } from 'vitest';
import { sentMails } from '../engines/sent-mails.ts';
import { type DeployedApp, functionName, type Part, request } from './deployed-app.ts';

async function addSubscriber(app: DeployedApp): Promise<void> {
  for (const email of ['ann@example.com', 'bob@example.com']) {
    expect(await request(app, 'POST', '/dev/subscribers', { email })).toMatchObject({ status: 200 });
  }
}

async function listSubscribers(app: DeployedApp): Promise<void> {
  const listed = await request(app, 'GET', '/dev/subscribers');
  expect(listed.json()).toEqual([
    { group_name: 'dev', subscriber: 'ann@example.com' },
    { group_name: 'dev', subscriber: 'bob@example.com' },
  ]);
}

async function scheduleMessage(app: DeployedApp, subject: string = randomUUID()): Promise<void> {
  const message = { subject, body: '<p>At ten.</p>', schedule_on: Date.now() };
  expect(await request(app, 'POST', '/dev/schedule', message)).toMatchObject({ status: 200 });
}

async function sendScheduledMessages(app: DeployedApp): Promise<void> {
  const subject = randomUUID();
  await scheduleMessage(app, subject);
  const run = await new LambdaClient(app.engine.client).send(
    new InvokeCommand({
      FunctionName: functionName(app, 'sendScheduledMessages'),
      Payload: JSON.stringify(scheduledEvent()),
    }),
  );
  expect(run.FunctionError, run.Payload?.transformToString()).toBeUndefined();
  const mails = (await sentMails(app.engine)).filter((mail) => JSON.stringify(mail).includes(subject));
  expect(mails).toMatchObject([{ Source: 'news@example.com' }]);
  expect(JSON.stringify(mails)).toContain('ann@example.com');
  expect(JSON.stringify(mails)).toContain('At ten.');
}

/** The part of the walk-through that each function serves, in the order of the story. */
export const groupMailerParts: Readonly<Record<string, Part>> = {
  addSubscriber,
  listSubscribers,
  scheduleMessage: (app) => scheduleMessage(app),
  sendScheduledMessages,
};

/** The group mailer's walk-through, step by step. */
export function walksThroughGroupMailer(deployed: () => DeployedApp): void {
  it('mails a scheduled message to its subscribers when the schedule runs', async () => {
    for (const part of Object.values(groupMailerParts)) await part(deployed());
  });

  it('answers a body that does not fit as the tutorial does', async () => {
    const answer = await request(deployed(), 'POST', '/dev/schedule');
    expect([answer.status, answer.json()]).toEqual([500, { err: 'Missing message details' }]);
  });
}
