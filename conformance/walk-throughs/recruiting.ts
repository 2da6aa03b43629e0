import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sentMails } from '../engines/sent-mails.ts';
import { eventually } from '../eventually.ts';
import { type DeployedApp, functionName, type Part, request } from './deployed-app.ts';
import { followLog } from './follow-log.ts';

/** Submits a candidate with so many years, and takes the link out of the mail that answers. */
async function submit(app: DeployedApp, experience: number): Promise<string> {
  const log = await followLog(app.engine, functionName(app, 'sendAssignment'));
  const email = `cy-${randomUUID()}@example.com`;
  const candidate = { fullname: 'Cy Doe', email, skills: 'TypeScript', experience };
  const submitted = await request(app, 'POST', '/candidates', candidate);
  expect(submitted.json()).toMatchObject({
    message: `Sucessfully submitted candidate with email ${email}`,
  });
  const shown = await request(app, 'GET', `/candidates/${submitted.json().candidateId}`);
  expect(shown.json()).toMatchObject({ fullname: 'Cy Doe', experience });
  const mail = await eventually(async () => {
    await log();
    return (await sentMails(app.engine)).find((each) => JSON.stringify(each).includes(email));
  });
  expect(mail).toMatchObject({ Source: 'jobs@example.com' });
  const [, link = ''] =
    /^Hello, please download assignment from \S+(\/assignments\/\S+)$/.exec(String(mail.BodyText)) ?? [];
  return link;
}

async function upload(app: DeployedApp, name: string, body: string): Promise<void> {
  const { url } = (await request(app, 'POST', `/assignments/${name}`)).json();
  expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
}

async function downloads(app: DeployedApp): Promise<void> {
  const body = `PK ${randomUUID()}`;
  await upload(app, 'assignment2.zip', body);
  const redirect = await request(app, 'GET', await submit(app, 6));
  expect(redirect.status).toBe(302);
  expect(redirect.location).toMatch(/assignment2\.zip\?.*X-Amz-Signature=/);
  expect(await (await fetch(redirect.location ?? '')).text()).toBe(body);
}

/** Uploads an assignment, and waits until a function says so in its log. */
const tellsOfUpload =
  (name: string, message: string): Part =>
  async (app) => {
    const told = await followLog(app.engine, functionName(app, name));
    const announced = await followLog(app.engine, functionName(app, 'onAssignmentUploaded'));
    await upload(app, 'assignment1.zip', 'PK');
    await eventually(async () => {
      await announced();
      return (await told()).includes(message);
    });
  };

/** The part of the walk-through that each function serves. */
export const recruitingParts: Readonly<Record<string, Part>> = {
  api: downloads,
  sendAssignment: async (app) => {
    await submit(app, 6);
  },
  onAssignmentUploaded: tellsOfUpload('onAssignmentChange', 'Assignment changed'),
  onAssignmentChange: tellsOfUpload('onAssignmentChange', 'Assignment changed'),
  audit: tellsOfUpload('audit', 'Audited'),
};

/** The recruiting app's walk-through, step by step. */
export function walksThroughRecruiting(deployed: () => DeployedApp): void {
  it('mails a link to the assignment when a candidate is inserted, through the stream of the table', () =>
    downloads(deployed()));

  it('tells topic and queue of an uploaded assignment: S3, SNS and SQS reach their functions', async () => {
    const app = deployed();
    await tellsOfUpload('onAssignmentUploaded', 'Assignment uploaded')(app);
    await recruitingParts.onAssignmentChange?.(app);
    await recruitingParts.audit?.(app);
  });

  it('answers 404 for a candidate who is not there', async () => {
    expect(await request(deployed(), 'GET', '/candidates/none')).toMatchObject({ status: 404 });
  });
}
