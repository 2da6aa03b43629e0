import { expect, test } from 'vitest';
import { sendMail } from './attacks.ts';
import { app, button, link, open, page, watched } from './looking.ts';
import { looksRight } from './looks.ts';

const WELCOME = `<div style="font:16px sans-serif;padding:24px"><h1 style="color:#b45309">Welcome, Ann!</h1>
<p>We are glad that you join us.</p><p><a href="https://example.com/first-day">Your first day</a></p></div>`;

/** Every page as it looks. */
export function pages(): void {
  test('an app that does not build is said over all, until it is mended', async () => {
    await open('/mail');
    await app.breakSource('export const remind =', 'export const remind = =');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('src/app.ts:').waitFor();
    await looksRight(page, 'build-error');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await button('The app does not build: show why').click();
    await dialog.waitFor();
    await app.mendSource();
    await dialog.waitFor({ state: 'detached' });
  });

  test('every page is right in light, in dark and at the width of a phone, and complains of nothing', async () => {
    await sendMail(app.endpoint, 'people@example.com', 'Welcome to the team', WELCOME);
    const pages: readonly (readonly [name: string, path: string, shown: string | RegExp])[] = [
      ['map', '/', 'onAssignmentUploaded'],
      ['runs', '/runs', 'remind'],
      ['schedules', '/schedules', 'rate(1 hour)'],
      ['data', '/data', 'AuditDeadLetters'],
      ['table', '/data/table/Candidates', 'Ann Archer'],
      ['bucket', '/data/bucket/Assignments', 'assignment2.zip'],
      ['queue', '/data/queue/Audit', 'The queue is empty.'],
      ['topic', '/data/topic/AssignmentChanges', 'Who is told'],
      ['stream', '/data/stream/Clicks', '"page": "/jobs"'],
      ['permissions', '/permissions', 'ses:SendEmail'],
    ];
    for (const [name, path, shown] of pages) {
      await open(path);
      await page.getByText(shown).filter({ visible: true }).first().waitFor();
      await looksRight(page, name);
    }
    await open('/mail');
    await link(/Welcome to the team/).click();
    await page.frameLocator('iframe').getByText('We are glad').waitFor();
    await looksRight(page, 'mail');
    // What the mail itself wanted and its policy refused is said by the browser, and is no complaint of ours.
    expect(watched.complaints).toEqual([]);
  });
}
