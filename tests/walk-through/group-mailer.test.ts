import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWalk, type Walk } from './walk.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk('group-mailer');
}, 60_000);
afterAll(() => walk?.end());

/** The actions that a role of a template names, its trust policy's included. */
function actionsOf(template: string, role: string): string[] {
  const [, after = ''] = template.split(`\n  ${role}:\n`);
  const [block = ''] = after.split(/^ {2}\w/m, 1);
  return [...block.matchAll(/\b(?!AWS:)\w+:[A-Z]\w+/g)].map(([action]) => action).sort();
}

/* The blocks are run in the README's order, one a test. */
describe("the group mailer's walk-through", () => {
  it('starts the app with one command', () => {
    expect(walk.blocks[0]).toBe('npx tankard local\n');
    expect(walk.blocks).toHaveLength(5);
  });

  it('subscribes somebody and shows the group', async () => {
    const output = await walk.shell(walk.blocks[1]);
    expect(output).toContain('[{"group_name":"choir","subscriber":"ann@example.com"}]');
  });

  it('schedules a message for this hour', async () => {
    expect(await walk.shell(walk.blocks[2])).toContain('"message":"Message scheduled successfully"');
  });

  it('runs the schedule now and shows the mail', async () => {
    const output = await walk.shell(walk.blocks[3]);
    expect(output).toMatch(/"?sent"?: ?1/);
    expect(output).toContain('ann@example.com');
    expect(output).toContain('Rehearsal');
  });

  it('packages the app and shows the template', async () => {
    const output = await walk.shell(walk.blocks[4]);
    expect(actionsOf(output, 'ScheduleMessageRole')).toEqual([
      'dynamodb:PutItem',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:PutObject',
      's3:PutObjectTagging',
      'sts:AssumeRole',
    ]);
    expect(actionsOf(output, 'SendScheduledMessagesRole')).toEqual([
      'dynamodb:Query',
      'dynamodb:UpdateItem',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      's3:GetObject',
      'ses:FromAddress',
      'ses:SendEmail',
      'sts:AssumeRole',
    ]);
    const zips = (await readdir(join(walk.folder, 'dist'))).filter((name) => name.endsWith('.zip'));
    expect(zips.sort()).toEqual([
      'addSubscriber.zip',
      'listSubscribers.zip',
      'scheduleMessage.zip',
      'sendScheduledMessages.zip',
    ]);
  });
});
