import type { Browser, Page } from 'playwright-core';
import { buildConsole } from '../../scripts/build-console.mjs';
import { type Elsewhere, startElsewhere } from './attacks.ts';
import { openPage, startBrowser, type WatchedPage } from './browser.ts';
import { type Recruiting, startRecruiting } from './recruiting.ts';

// One browser and one app for all: each takes seconds to start.
export let browser: Browser;
export let app: Recruiting;
export let elsewhere: Elsewhere;
export let watched: WatchedPage;
export let page: Page;

export async function start(): Promise<void> {
  if ((await buildConsole()) !== 0) throw new Error('The console can not be built.');
  [browser, app, elsewhere] = await Promise.all([startBrowser(), startRecruiting(), startElsewhere()]);
  watched = await openPage(browser);
  page = watched.page;
}

export async function stop(): Promise<void> {
  await browser?.close();
  await app?.stop();
  elsewhere?.close();
}

export const link = (name: string | RegExp) =>
  page.getByRole('link', { name, exact: typeof name === 'string' });
export const button = (name: string | RegExp) => page.getByRole('button', { name });
export const open = (path: string) => page.goto(app.console + path);

/** What the console's server answers, as a program on this machine may ask for it. */
export const ask = async <Answer>(path: string) =>
  (await (await fetch(`${app.console}/api/${path}`)).json()) as Answer;

/** Milliseconds of the session's clock. */
export const clock = async () => Date.parse((await ask<{ readonly now: string }>('clock')).now);
