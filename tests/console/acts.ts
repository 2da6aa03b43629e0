import { expect, test } from 'vitest';
import { ask, button, link, open, page } from './looking.ts';

/** What can be done besides. */
export function acts(): void {
  test('a run is run again with a changed event, and a schedule now', async () => {
    await open('/schedules');
    await button('Run now').click();
    await page.getByRole('heading', { name: 'remind done' }).waitFor();
    await button('Change the event').click();
    const event = page.getByLabel('Event to run it with');
    await event.fill((await event.inputValue()).replace(/"time": "[^"]+"/, '"time": "2030-01-01T00:00:00Z"'));
    await button('Run with this event').click();
    await page.getByText('"reminded": "2030-01-01T00:00:00.000Z"').waitFor();
  });

  test('what is sent to a stream, a topic and a queue reaches the handlers', async () => {
    const send = async (path: string, label: string, text: string) => {
      await open(path);
      await page.getByText(/^Send a (message|record)$/).click();
      await page.getByRole('textbox', { name: label }).fill(text);
      await button('Send').click();
      await page.getByText('Sent.').waitFor();
    };
    const change = { name: 'a.zip', size: 1, uploadedAt: '2026-01-01T00:00:00Z' };
    await send('/data/topic/AssignmentChanges', 'Message', JSON.stringify(change));
    await page.getByRole('heading', { name: 'Last runs because of it' }).waitFor();
    await send('/data/queue/Audit', 'Message', JSON.stringify({ ...change, name: 'b.zip' }));
    await expect
      .poll(
        async () =>
          (await ask<readonly { readonly what: string }[]>('runs')).filter(
            ({ what }) => what === 'queue Audit',
          ).length,
      )
      .toBeGreaterThan(5);
    await send('/data/stream/Clicks', 'Data', '{"page":"/jobs"}');
    await link(/^count,/).click();
    await page.getByText('Clicked').waitFor();
  });
}
