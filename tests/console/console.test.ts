import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildConsole } from '../../scripts/build-console.mjs';
import { attackingHtml, type Elsewhere, sendMail, startElsewhere } from './attacks.ts';
import { openPage, REBOUND, startBrowser, type WatchedPage } from './browser.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { looksRight } from './looks.ts';
import { serveManyRuns } from './many-runs.ts';
import { putRecord, type Recruiting, startRecruiting } from './recruiting.ts';

// A browser on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let app: Recruiting;
let elsewhere: Elsewhere;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  if ((await buildConsole()) !== 0) throw new Error('The console can not be built.');
  [browser, app, elsewhere] = await Promise.all([startBrowser(), startRecruiting(), startElsewhere()]);
  watched = await openPage(browser);
  page = watched.page;
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  elsewhere?.close();
});

const link = (name: string | RegExp) => page.getByRole('link', { name, exact: typeof name === 'string' });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const open = (path: string) => page.goto(app.console + path);
const ask = async <Answer>(path: string) =>
  (await (await fetch(`${app.console}/api/${path}`)).json()) as Answer;

const WELCOME = `<div style="font:16px sans-serif;padding:24px"><h1 style="color:#b45309">Welcome, Ann!</h1>
<p>We are glad that you join us.</p><p><a href="https://example.com/first-day">Your first day</a></p></div>`;

/** Milliseconds of the session's clock. */
const clock = async () => Date.parse((await ask<{ readonly now: string }>('clock')).now);

test('by the keyboard alone a candidate is submitted, and the trace followed to the mail', async () => {
  await open('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
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
  await app.breakSource('const candidate = record.newImage;', "throw new Error('The mail server is away.');");
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
  const url = /"url": "([^"]+)"/.exec((await page.getByLabel('Body of the answer').textContent()) ?? '')?.[1];
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
  await putRecord(app.endpoint, 'recruiting-local-Clicks', '{"page":"/jobs"}');
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
        await outcome(fetch(`${console}/api/clock/3600000`, { method: 'POST', mode: 'no-cors', body: '{}' })),
        await outcome(
          new Promise((resolve, reject) => {
            const source = new EventSource(`${console}/api/live`);
            source.onopen = resolve;
            source.onerror = reject;
          }),
        ),
        framed.contentWindow?.length ?? 0,
      ];
    }, app.console);
    expect(came.slice(0, 5)).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
  }
  const port = new URL(app.console).port;
  const rebound = await foreign.goto(`http://${REBOUND}:${port}/api/runs`);
  expect(rebound?.status()).toBe(403);
  await foreign.context().close();
  expect((await clock()) - before).toBeLessThan(1_800_000);
});

test('ten thousand runs scroll, grow and are searched without a pause', async () => {
  const many = await serveManyRuns(10_000);
  const { page: looking } = await openPage(browser);
  const client = await looking.context().newCDPSession(looking);
  // What the page's own thread worked, however busy the machine is.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (work: () => Promise<unknown>, times = 1) => {
    const read = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
        ?.value ?? 0;
    const before = await read();
    for (let at = 0; at < times; at++) await work();
    return ((await read()) - before) * (1000 / times);
  };
  const list = looking.getByRole('listbox');
  const frame = () => looking.evaluate(() => new Promise(requestAnimationFrame));
  await looking.goto(`${many.url}/runs`);
  await looking.getByRole('option').first().waitFor();
  expect(await list.evaluate((element) => element.scrollHeight)).toBeGreaterThan(500_000);
  expect(await looking.getByRole('option').count()).toBeLessThan(60);
  const scrolled = await worked(async () => {
    await list.evaluate((element) => element.scrollBy(0, 15_000));
    await frame();
  }, 20);
  await list.evaluate((element) => element.scrollTo(0, 0));
  let next = 10_000;
  const grown = await worked(async () => {
    many.add(next);
    await looking
      .getByRole('option', { name: new RegExp(`work${next++ % 7} `) })
      .first()
      .waitFor();
    await frame();
  }, 10);
  const searched = await worked(async () => {
    await looking.getByLabel('Find runs').fill('work3');
    await expect.poll(() => looking.getByRole('option', { name: /work[^3]/ }).count()).toBe(0);
  });
  await looking.context().close();
  await many.close();
  // Milliseconds; a frame has 16, and what takes over 50 is felt as a pause.
  expect({ scrolled, grown, searched }).toEqual({
    scrolled: expect.toSatisfy((one: number) => one < 50),
    grown: expect.toSatisfy((one: number) => one < 100),
    searched: expect.toSatisfy((one: number) => one < 400),
  });
});
