import { expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { app, browser, link, open, page } from './looking.ts';

/** The routes as an OpenAPI document. */
export function openapi(): void {
  test('the viewer shows the routes, tries them through the console, and complains of nothing', async () => {
    await open('/requests');
    await link('OpenAPI document').click();
    await page.waitForURL('**/openapi');
    const { page: viewer, complaints } = await openPage(browser);
    await viewer.goto(`${app.console}/openapi`);
    await viewer.getByText('Submit a candidate').click();
    await viewer.getByText('An assignment that suits the experience').waitFor();
    await viewer.getByText('Show a candidate').click();
    const show = viewer.locator('.opblock', { hasText: 'Show a candidate' });
    await show.getByRole('button', { name: 'Try it out' }).click();
    await show.getByPlaceholder('id').fill('nobody');
    await show.getByRole('button', { name: 'Execute' }).click();
    await show.getByText('There is no candidate nobody').first().waitFor();
    await show.locator('.live-responses-table .response-col_status', { hasText: '404' }).waitFor();
    expect(complaints).toEqual([]);
    await viewer.context().close();
  });

  test('the viewer shows what the source says now', async () => {
    const { page: viewer } = await openPage(browser);
    await viewer.goto(`${app.console}/openapi`);
    await viewer.getByText('Submit a candidate').waitFor();
    await app.breakSource('Submit a candidate', 'Submit somebody');
    await viewer.getByText('Submit somebody').waitFor();
    await app.mendSource();
    await viewer.getByText('Submit a candidate').waitFor();
    await viewer.context().close();
  });

  test('the document is served to programs, with the address of the routes', async () => {
    const document = await (await fetch(`${app.console}/openapi.json`)).json();
    expect(document).toMatchObject({
      openapi: '3.1.1',
      info: { title: 'recruiting' },
      servers: [{ url: app.url.replace('127.0.0.1', 'localhost') }],
    });
  });
}
