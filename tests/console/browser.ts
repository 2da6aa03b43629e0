import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';

/** A name that leads to this machine, as one that somebody has rebound. */
export const REBOUND = 'rebound.example';

/**
 * Starts a real Chromium, which comes from npm and needs no package of the system. Without the arguments that come along: they turn the
 * web's security off, which is what is tested here.
 */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    // That from npm is for Linux; elsewhere another can be named.
    executablePath: process.env.CONSOLE_BROWSER ?? (await chromium.executablePath()),
    // No sandbox: a container's root has none.
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`],
  });
}

/** A page of its own, and everything that it complained of: errors of its code, and what its policy refused. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: string[];
}

export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
