import { expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { browser } from './looking.ts';
import { serveManyRuns } from './many-runs.ts';

/** How it feels with much to show. */
export function pace(): void {
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
      await looking.getByRole('option', { name: `work${next++} ` }).waitFor();
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
}
