import { expect, it } from 'vitest';
import { functionLog } from '../engines/function-log.ts';
import { sentMails } from '../engines/sent-mails.ts';
import { eventually } from '../eventually.ts';
import { type DeployedApp, functionName, request } from './deployed-app.ts';

/** The recruiting app's walk-through, step by step. */
export function walksThroughRecruiting(deployed: () => DeployedApp): void {
  it('mails the assignment when a candidate is inserted, through the stream of the table', async () => {
    const app = deployed();
    const candidate = { fullname: 'Cy Doe', email: 'cy@example.com', skills: 'TypeScript', experience: 6 };
    const submitted = await request(app, 'POST', '/candidates', candidate);
    expect(submitted.json()).toMatchObject({
      message: 'Sucessfully submitted candidate with email cy@example.com',
    });
    const shown = await request(app, 'GET', `/candidates/${submitted.json().candidateId}`);
    expect(shown.json()).toMatchObject({ fullname: 'Cy Doe', experience: 6 });
    const mail = await eventually(async () =>
      (await sentMails(app.engine)).find((each) => JSON.stringify(each).includes('cy@')),
    );
    expect(mail).toMatchObject({ Source: 'jobs@example.com' });
    const [, link = ''] =
      /^Hello, please download assignment from \S+(\/assignments\/\S+)$/.exec(String(mail.BodyText)) ?? [];
    const redirect = await request(app, 'GET', link);
    expect(redirect.status).toBe(302);
    expect(redirect.location).toMatch(/assignment2\.zip\?.*X-Amz-Signature=/);
  });

  it('tells topic and queue of an uploaded assignment: S3, SNS and SQS reach their functions', async () => {
    const app = deployed();
    const { url } = (await request(app, 'POST', '/assignments/assignment1.zip')).json();
    expect((await fetch(url, { method: 'PUT', body: 'PK' })).status).toBe(200);
    for (const [name, message] of [
      ['onAssignmentUploaded', 'Assignment uploaded'],
      ['onAssignmentChange', 'Assignment changed'],
      ['audit', 'Audited'],
    ] as const) {
      await eventually(async () =>
        (await functionLog(app.engine, functionName(app, name))).includes(message),
      );
    }
  });

  it('answers 404 for a candidate who is not there', async () => {
    expect(await request(deployed(), 'GET', '/candidates/none')).toMatchObject({ status: 404 });
  });
}
