import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWalk, type Walk } from './walk.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk('recruiting');
}, 60_000);
afterAll(() => walk?.end());

/* The blocks are run in the README's order, one a test. */
describe("the recruiting app's walk-through", () => {
  it('starts the app with one command', () => {
    expect(walk.blocks[0]).toBe('npx tankard local\n');
    expect(walk.blocks).toHaveLength(8);
  });

  it('uploads an assignment by a pre-signed URL', async () => {
    expect(await walk.shell(walk.blocks[1])).toBe('');
  });

  it('submits a candidate and shows what was stored', async () => {
    expect(JSON.parse(await walk.shell(walk.blocks[2]))).toMatchObject({
      fullname: 'Ann Archer',
      email: 'ann@example.com',
      skills: 'TypeScript',
      experience: 4,
    });
  });

  it('mails the candidate, because of the insert', async () => {
    // A moment later, as the README says.
    const inbox = () => walk.shell(walk.blocks[3]);
    await expect.poll(inbox, { timeout: 30_000 }).toMatch(/Coding Round[\s\S]*To: ann@example\.com/);
  }, 60_000);

  it('follows the link in the mail to the assignment', async () => {
    expect(await walk.shell(walk.blocks[4])).toBe('Reverse a list.');
  });

  it('refuses a candidate who lacks something', async () => {
    const { issues } = JSON.parse(await walk.shell(walk.blocks[5]));
    expect(issues.map(({ path }: { path: string }) => path).sort()).toEqual([
      'email',
      'experience',
      'skills',
    ]);
  });

  it('shows what followed the upload', async () => {
    const runs = () => walk.shell(walk.blocks[6]);
    for (const name of ['onAssignmentUploaded', 'onAssignmentChange', 'audit', 'sendAssignment'])
      await expect.poll(runs, { timeout: 30_000 }).toContain(name);
    expect(await runs()).not.toContain('failed');
  }, 120_000);

  it('packages the app and shows the template', async () => {
    expect(await walk.shell(walk.blocks[7])).toContain('AWS::Serverless::Function');
    const zips = (await readdir(join(walk.folder, 'dist'))).filter((name) => name.endsWith('.zip'));
    expect(zips.sort()).toEqual([
      'api.zip',
      'audit.zip',
      'onAssignmentChange.zip',
      'onAssignmentUploaded.zip',
      'sendAssignment.zip',
    ]);
  });
});
