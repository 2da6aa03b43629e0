import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { scheduledEvent } from '@tankard/framework/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagedApp } from './apps.ts';
import { functionLog } from './engines/function-log.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { sentMails, verifySender } from './engines/sent-mails.ts';
import { createStack, type Stack } from './engines/stack.ts';
import { eventually } from './eventually.ts';

let engine: MiniStack;
beforeAll(async () => {
  engine = await startMiniStack();
});
afterAll(() => engine?.stop());

/** Sends a request to a stack's HTTP API. */
async function request(stack: Stack, method: string, path: string, json?: unknown) {
  const [api = ''] = stack.ofType('AWS::ApiGatewayV2::Api');
  const url = `${engine.endpoint}/_aws/execute-api/${stack.physicalId(api)}/$default${path}`;
  const body =
    json === undefined ? {} : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  const answer = await fetch(url, { method, redirect: 'manual', ...body });
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    text,
    json: () => JSON.parse(text),
  };
}

describe('the group mailer as a stack', () => {
  let stack: Stack;
  beforeAll(async () => {
    await verifySender(engine, 'news@example.com');
    stack = await createStack(packagedApp('group-mailer'), engine, { SourceEmail: 'news@example.com' });
  });

  it('mails a scheduled message to its subscribers when the schedule runs', async () => {
    for (const email of ['ann@example.com', 'bob@example.com']) {
      expect(await request(stack, 'POST', '/dev/subscribers', { email })).toMatchObject({ status: 200 });
    }
    const listed = await request(stack, 'GET', '/dev/subscribers');
    expect(listed.json()).toEqual([
      { group_name: 'dev', subscriber: 'ann@example.com' },
      { group_name: 'dev', subscriber: 'bob@example.com' },
    ]);
    const message = { subject: 'Meeting', body: '<p>At ten.</p>', schedule_on: Date.now() };
    expect(await request(stack, 'POST', '/dev/schedule', message)).toMatchObject({ status: 200 });

    const run = await new LambdaClient(engine.client).send(
      new InvokeCommand({
        FunctionName: stack.physicalId('SendScheduledMessagesFunction'),
        Payload: JSON.stringify(scheduledEvent()),
      }),
    );
    expect(run.FunctionError, run.Payload?.transformToString()).toBeUndefined();
    const mails = await sentMails(engine);
    expect(mails).toMatchObject([{ Source: 'news@example.com' }]);
    expect(JSON.stringify(mails)).toContain('ann@example.com');
    expect(JSON.stringify(mails)).toContain('At ten.');
  });

  it('answers a body that does not fit as the tutorial does', async () => {
    const answer = await request(stack, 'POST', '/dev/schedule');
    expect([answer.status, answer.json()]).toEqual([500, { err: 'Missing message details' }]);
  });
});

describe('the recruiting app as a stack', () => {
  let stack: Stack;
  beforeAll(async () => {
    await verifySender(engine, 'jobs@example.com');
    const parameters = { SourceEmail: 'jobs@example.com', ReplyToEmail: 'people@example.com' };
    stack = await createStack(packagedApp('recruiting'), engine, parameters);
  });

  it('mails the assignment when a candidate is inserted, through the stream of the table', async () => {
    const candidate = { fullname: 'Cy Doe', email: 'cy@example.com', skills: 'TypeScript', experience: 6 };
    const submitted = await request(stack, 'POST', '/candidates', candidate);
    expect(submitted.json()).toMatchObject({
      message: 'Sucessfully submitted candidate with email cy@example.com',
    });
    const shown = await request(stack, 'GET', `/candidates/${submitted.json().candidateId}`);
    expect(shown.json()).toMatchObject({ fullname: 'Cy Doe', experience: 6 });
    const mail = await eventually(async () =>
      (await sentMails(engine)).find((each) => JSON.stringify(each).includes('cy@')),
    );
    expect(mail).toMatchObject({ Source: 'jobs@example.com' });
    const [, link = ''] =
      /^Hello, please download assignment from \S+(\/assignments\/\S+)$/.exec(String(mail.BodyText)) ?? [];
    const redirect = await request(stack, 'GET', link);
    expect(redirect.status).toBe(302);
    expect(redirect.location).toMatch(/assignment2\.zip\?.*X-Amz-Signature=/);
  });

  it('tells topic and queue of an uploaded assignment: S3, SNS and SQS reach their functions', async () => {
    const { url } = (await request(stack, 'POST', '/assignments/assignment1.zip')).json();
    expect((await fetch(url, { method: 'PUT', body: 'PK' })).status).toBe(200);
    for (const [id, message] of [
      ['OnAssignmentUploadedFunction', 'Assignment uploaded'],
      ['OnAssignmentChangeFunction', 'Assignment changed'],
      ['AuditFunction', 'Audited'],
    ] as const) {
      await eventually(async () => (await functionLog(engine, stack.physicalId(id))).includes(message));
    }
  });

  it('answers 404 for a candidate who is not there', async () => {
    expect(await request(stack, 'GET', '/candidates/none')).toMatchObject({ status: 404 });
  });
});
