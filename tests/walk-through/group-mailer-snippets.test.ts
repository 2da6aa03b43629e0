import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Manifest } from '@tankard/framework/manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from './copy-project.ts';
import { codeBlocks } from './readme.ts';
import { env } from './walk.ts';

let folder: string;
beforeAll(async () => {
  folder = await copyProject('group-mailer');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What an app declares that consists of `before` and a code block of the README. */
async function manifestOf(before: string, section: string): Promise<Manifest> {
  await writeFile(join(folder, 'src/app.ts'), [before, ...codeBlocks(folder, section, 'ts')].join('\n'));
  const tankard = join(folder, 'node_modules/.bin/tankard');
  const { stdout } = await promisify(execFile)(tankard, ['manifest', '--project', folder], { env });
  return JSON.parse(stdout);
}

describe('the README', () => {
  it('shows the schedule as text, as a cron expression, in a time zone and as a classic rule', async () => {
    const { handlers } = await manifestOf(
      `import { Cron, Rate } from '@tankard/framework';
       import { app } from './service.ts';
       export { app };
       const send = async () => {};`,
      'Other schedules',
    );
    expect(handlers.map(({ name, trigger }) => ({ name, ...trigger }))).toMatchObject([
      { name: 'asText', expression: 'rate(1 hour)', via: 'scheduler' },
      { name: 'asCron', expression: 'cron(0 * * * ? *)', via: 'scheduler' },
      {
        name: 'inZone',
        expression: 'cron(0 8-18 ? * MON-FRI *)',
        timezone: 'Europe/Berlin',
        via: 'scheduler',
      },
      { name: 'asRule', expression: 'rate(1 hour)', via: 'rule' },
    ]);
  });

  it('shows a policy that is written by hand', async () => {
    const { handlers } = await manifestOf(
      `import { Subscriber } from './message.ts';
       import { app, subscribers } from './service.ts';
       export { app };
       const add = async () => ({});`,
      'Permissions',
    );
    expect(handlers).toMatchObject([
      {
        name: 'addSubscriber',
        settings: {
          grants: 'explicit',
          permissions: [
            { actions: ['dynamodb:PutItem'], resources: [{ kind: 'table', name: 'Subscribers' }] },
          ],
        },
      },
    ]);
  });
});
