import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject } from '../tests/walk-through/copy-project.ts';
import { mailerParameters } from './app-parameters.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { verifySender } from './engines/sent-mails.ts';
import { startTankard, tankard } from './engines/tankard.ts';
import { eventually } from './eventually.ts';

let engine: MiniStack;
let project: string;
beforeAll(async () => {
  engine = await startMiniStack();
  await verifySender(engine, mailerParameters.SourceEmail);
  project = await copyProject('group-mailer');
  const broken = "export const broken = app.lambda(() => { throw new Error('It broke.'); });\n";
  await appendFile(join(project, 'src', 'app.ts'), broken);
});
afterAll(async () => {
  await engine?.stop();
  await rm(project, { recursive: true, force: true });
});

it('a function that is not deployed can not be called, and the stage has no URL', async () => {
  const call = await startTankard(project, engine, 'invoke', 'listSubscribers').ended;
  expect(call).toMatchObject({ code: 1, json: { problems: [{ code: 'FUNCTION_NOT_DEPLOYED' }] } });
  const url = await startTankard(project, engine, 'url').ended;
  expect(url).toMatchObject({ code: 1, json: { problems: [{ code: 'STAGE_NOT_DEPLOYED' }] } });
  expect(await tankard(project, engine, 'status')).toMatchObject({ there: 0 });
});

it('what would be removed is not without somebody who agrees', async () => {
  await tankard(project, engine, 'deploy', '--parameter', `SourceEmail=${mailerParameters.SourceEmail}`);
  const { code, json } = await startTankard(project, engine, 'delete').ended;
  expect([code, json?.problems]).toMatchObject([1, [{ code: 'CONSENT_MISSING' }]]);
  expect(await tankard(project, engine, 'status')).toMatchObject({ missing: [] });
});

it('a function is called with an example event of its source, and answers with its result and log', async () => {
  const call = ['invoke', 'sendScheduledMessages', '--example', 'schedule'];
  expect(await tankard(project, engine, ...call)).toMatchObject({
    failed: false,
    result: { sent: 0 },
    log: expect.arrayContaining([expect.stringContaining('Run finished')]),
  });
});

it('a request gets what the route answers', async () => {
  const call = ['invoke', 'listSubscribers', '--example', 'GET /{group}/subscribers'];
  expect(await tankard(project, engine, ...call)).toMatchObject({ result: { statusCode: 200, body: '[]' } });
});

it('a handler that throws is told with its error', async () => {
  const call = ['invoke', 'broken', '--payload', '{"a":1}'];
  const { code, json } = await startTankard(project, engine, ...call).ended;
  expect([code, json?.problems]).toMatchObject([
    1,
    [{ code: 'INVOKED_HANDLER_FAILED', message: expect.stringMatching(/^broken failed: .*It broke\.$/) }],
  ]);
});

it('its stack names lines of the source, in the answer and in the logs', async () => {
  const { json } = await startTankard(project, engine, 'invoke', 'broken').ended;
  expect(json?.log).toContainEqual(expect.stringMatching(/^ +at src\/app\.ts:\d+:\d+$/));
  await eventually(async () => {
    const { lines = [] } = await tankard(project, engine, 'logs', 'broken');
    return lines.some(({ text }) => /^ +at src\/app\.ts:\d+:\d+$/.test(text));
  });
});

it("logs show what a function wrote, and Lambda's own lines on request", async () => {
  const lines = async (...words: readonly string[]) => {
    const { lines: found = [] } = await tankard(project, engine, 'logs', 'sendScheduledMessages', ...words);
    return found.map(({ text }) => text).join('\n');
  };
  await eventually(async () => (await lines()).includes('Run finished'));
  expect(await lines()).not.toContain('START RequestId');
  expect(await lines('--include-lambda-messages')).toContain('START RequestId');
  expect(await lines('--level', 'ERROR')).toBe('');
});

it('logs that are followed go on until Ctrl-C', async () => {
  const { process: child, ended, output } = startTankard(project, engine, 'logs', '--follow');
  await eventually(async () => output().includes('"function":"sendScheduledMessages"'));
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
});

it('functions go back to the configuration that they had, with the permissions that go with it', async () => {
  await tankard(project, engine, 'deploy', '--parameter', 'SourceEmail=other@example.com');
  const { SourceEmail } = mailerParameters;
  expect(await tankard(project, engine, 'rollback')).toMatchObject({
    steps: [
      {
        id: 'role:sendScheduledMessages',
        permissions: { gained: [expect.stringContaining(SourceEmail)], lost: [] },
      },
      {
        id: 'function:sendScheduledMessages',
        changes: [{ path: 'environment.TANKARD_PARAMETER_SOURCE_EMAIL', new: SourceEmail }],
      },
    ],
  });
});
