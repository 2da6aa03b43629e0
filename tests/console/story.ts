import { expect, test } from 'vitest';
import { pressOn, tabTo } from './keyboard.ts';
import { app, ask, button, link, open, page } from './looking.ts';
import { looksRight } from './looks.ts';

/** A candidate from the form to the mail; then a failure, and its mending. */
export function story(): void {
  test('by the keyboard alone a candidate is submitted, and the trace followed to the mail', async () => {
    await open('/');
    await page.getByRole('heading', { name: 'Map' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    await open('/');
    await pressOn(page, link('Requests'));
    await pressOn(page, link(/POST \/candidates/));
    await tabTo(page, page.getByLabel(/^fullname/));
    await page.keyboard.type('Ann Archer');
    await tabTo(page, page.getByLabel(/^skills/));
    await page.keyboard.type('TypeScript');
    await tabTo(page, page.getByLabel(/^experience/));
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.getByText('Sucessfully submitted candidate').waitFor();
    await looksRight(page, 'requests');
    await pressOn(page, link(/See the run/));
    await page.getByRole('heading', { name: 'api done' }).waitFor();
    // What was pressed is gone, and the page goes on from its beginning, not from that of the window.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await pressOn(page, link(/table Candidates → sendAssignment done/));
    await page.getByRole('heading', { name: 'sendAssignment done' }).waitFor();
    await page.getByText('Assignment sent').waitFor();
    await looksRight(page, 'run');
    await pressOn(page, link(/Coding Round to ann@example.com/));
    await page.getByText('Hello, please download assignment from').waitFor();
    await pressOn(page, link('The run that sent it'));
    await page.getByRole('heading', { name: 'sendAssignment done' }).waitFor();
    await tabTo(page, page.getByRole('listbox'));
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'api done' }).waitFor();
  });

  test('what is refused is answered, and shown with its answer', async () => {
    await open('/requests/submit');
    await button('Send').click();
    await page.getByText('The body does not fit.').waitFor();
    await page.getByRole('tab', { name: 'As JSON' }).click();
    await page.getByRole('textbox', { name: 'Body' }).fill('{"fullname":');
    await button('Send').click();
    await page.getByText(/"Code": "BadRequestError"/).waitFor();
  });

  test('a record and a message that fail are seen in the dead letters, and succeed once the code is mended', async () => {
    await app.breakSource(
      'const candidate = record.newImage;',
      "throw new Error('The mail server is away.');",
    );
    await app.breakSource("app.log.info('Audited'", "throw new Error('The auditor is away.');//");
    await open('/requests/submit');
    for (const [label, value] of Object.entries({ fullname: 'Bob', skills: 'Go', experience: '7' }))
      await page.getByLabel(label).fill(value);
    await button('Send').click();
    await link(/See the run/).click();
    await link(/table Candidates → sendAssignment partly failed/)
      .first()
      .waitFor();
    await open('/requests/upload');
    await page.getByLabel('name').fill('assignment2.zip');
    await button('Send').click();
    const url = /"url": "([^"]+)"/.exec(
      (await page.getByLabel('Body of the answer').textContent()) ?? '',
    )?.[1];
    await fetch(url ?? '', { method: 'PUT', body: 'Sort a list.' });

    await open('/schedules');
    const waiting = async () => {
      await button('Forward 1 hour').click();
      const counts = await ask<Record<string, object>>('counts');
      return [counts['queue:sendAssignmentFailures'], counts['queue:AuditDeadLetters']];
    };
    const one = { text: '1 message', bad: true };
    await expect.poll(waiting, { timeout: 40_000, interval: 500 }).toEqual([one, one]);

    await open('/data');
    await link('sendAssignmentFailures').click();
    await button('Hand all to sendAssignment again').waitFor();
    await looksRight(page, 'dead-letters');
    await link('The run that failed').click();
    await page.getByText('The mail server is away.').first().waitFor();
    await app.mendSource();
    await page.goBack();
    await button('Hand all to sendAssignment again').click();
    await page.getByText('1 succeeded.').waitFor();
    await page.getByText('The queue is empty.').waitFor();
    await link('Mail').click();
    await expect.poll(() => link(/Coding Round/).count()).toBe(2);

    await open('/data/queue/AuditDeadLetters');
    await page.getByText('assignment2.zip').first().waitFor();
    await button('Send all back to Audit').click();
    await page.getByText('1 sent back.').waitFor();
    await link('Runs').click();
    await page
      .getByRole('option', { name: /audit done/ })
      .first()
      .waitFor();
  });
}
