import { expect, test } from 'vitest';
import { attackingHtml, sendMail } from './attacks.ts';
import { openPage, REBOUND } from './browser.ts';
import { app, ask, browser, clock, elsewhere, link, open, page } from './looking.ts';
import { SECRET } from './recruiting.ts';

/** What nobody may. */
export function attacked(): void {
  test('no secret is shown', async () => {
    const paths = [
      'app',
      'map',
      'counts',
      'permissions',
      'runs',
      'mails',
      'tables/Candidates',
      'queues/Audit',
    ];
    for (const path of paths) expect(JSON.stringify(await ask(path))).not.toContain(SECRET);
  });

  test('a mail that attacks runs nothing, loads nothing, and reaches neither the console nor anybody else', async () => {
    const before = await clock();
    const html = attackingHtml(app.console, `http://127.0.0.1:${elsewhere.port}`);
    await sendMail(app.endpoint, 'mallory@example.com', 'You have won', html);
    await open('/mail');
    await link(/You have won/).click();
    const frame = page.frameLocator('iframe');
    await frame.getByText('Dear customer').waitFor();
    const address = page.url();
    await frame.getByRole('button', { name: 'Open' }).click();
    await frame.getByText('Read').click();
    await page.waitForLoadState('networkidle');
    expect(page.url()).toBe(address);

    const { page: alone } = await openPage(browser);
    const id = address.slice(address.lastIndexOf('/') + 1);
    await alone.goto(`${app.console}/mail-body/${id}`);
    await alone.getByRole('button', { name: 'Open' }).click();
    await alone.getByText('Read').click();
    await alone.waitForLoadState('networkidle');
    for (const one of [page, alone])
      expect(await one.evaluate(() => 'attacked' in globalThis).catch(() => false)).toBe(false);
    await alone.context().close();
    expect(elsewhere.asked).toEqual([]);
    expect((await clock()) - before).toBeLessThan(1_800_000);
  });

  test('a page of another origin and a rebound name see nothing and change nothing', async () => {
    const { page: foreign } = await openPage(browser);
    const before = await clock();
    // The first is another site, the second the same one with another port, as the app itself is.
    for (const host of ['127.0.0.1', 'localhost']) {
      await foreign.goto(`http://${host}:${elsewhere.port}/`);
      const came = await foreign.evaluate(async (console) => {
        const outcome = (promise: Promise<unknown>) =>
          promise.then(
            () => 'let through',
            () => 'refused',
          );
        const framed = document.createElement('iframe');
        framed.src = `${console}/runs`;
        document.body.append(framed);
        await new Promise((resolve) => framed.addEventListener('load', resolve));
        return [
          await outcome(fetch(`${console}/api/app`)),
          await outcome(fetch(`${console}/api/app`, { mode: 'no-cors' })),
          await outcome(fetch(`${console}/api/clock/3600000`, { method: 'POST' })),
          await outcome(
            fetch(`${console}/api/clock/3600000`, { method: 'POST', mode: 'no-cors', body: '{}' }),
          ),
          await outcome(
            new Promise((resolve, reject) => {
              const source = new EventSource(`${console}/api/live`);
              source.onopen = resolve;
              source.onerror = reject;
            }),
          ),
        ];
      }, app.console);
      expect(came).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
      // What Chromium shows in place of a page that may not be framed.
      expect(foreign.frames().at(-1)?.url()).toBe('chrome-error://chromewebdata/');
    }
    const port = new URL(app.console).port;
    const rebound = await foreign.goto(`http://${REBOUND}:${port}/api/runs`);
    expect(rebound?.status()).toBe(403);
    await foreign.context().close();
    expect((await clock()) - before).toBeLessThan(1_800_000);
  });
}
