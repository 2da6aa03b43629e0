import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { scheduledEvent } from '@tankard/framework/testing';
import { expect, it } from 'vitest';
import { sentMails } from '../engines/sent-mails.ts';
import { type DeployedApp, functionName, request } from './deployed-app.ts';

/** The group mailer's walk-through, step by step. */
export function walksThroughGroupMailer(deployed: () => DeployedApp): void {
  it('mails a scheduled message to its subscribers when the schedule runs', async () => {
    const app = deployed();
    for (const email of ['ann@example.com', 'bob@example.com']) {
      expect(await request(app, 'POST', '/dev/subscribers', { email })).toMatchObject({ status: 200 });
    }
    const listed = await request(app, 'GET', '/dev/subscribers');
    expect(listed.json()).toEqual([
      { group_name: 'dev', subscriber: 'ann@example.com' },
      { group_name: 'dev', subscriber: 'bob@example.com' },
    ]);
    const message = { subject: 'Meeting', body: '<p>At ten.</p>', schedule_on: Date.now() };
    expect(await request(app, 'POST', '/dev/schedule', message)).toMatchObject({ status: 200 });

    const run = await new LambdaClient(app.engine.client).send(
      new InvokeCommand({
        FunctionName: functionName(app, 'sendScheduledMessages'),
        Payload: JSON.stringify(scheduledEvent()),
      }),
    );
    expect(run.FunctionError, run.Payload?.transformToString()).toBeUndefined();
    const mails = await sentMails(app.engine);
    expect(mails).toMatchObject([{ Source: 'news@example.com' }]);
    expect(JSON.stringify(mails)).toContain('ann@example.com');
    expect(JSON.stringify(mails)).toContain('At ten.');
  });

  it('answers a body that does not fit as the tutorial does', async () => {
    const answer = await request(deployed(), 'POST', '/dev/schedule');
    expect([answer.status, answer.json()]).toEqual([500, { err: 'Missing message details' }]);
  });
}
