import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { violationsOf } from './accessibility.ts';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 740 };

/** Where the guide's pictures are, for whoever wants them anew: CONSOLE_IMAGES=1 npm test -- tests/console */
const IMAGES = join(import.meta.dirname, '../../docs/images/console');

const SHOWN_ON_PHONE = new Set(['map', 'run']);

/** A page as it stands has to be right in light, in dark and at a phone's width. */
export async function looksRight(page: Page, name: string): Promise<void> {
  expect(await violationsOf(page), name).toEqual([]);
  await picture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(PHONE);
  expect(await violationsOf(page), `${name}, dark, on a phone`).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, `${name} is wider than a phone`).toBeLessThanOrEqual(0);
  if (SHOWN_ON_PHONE.has(name)) await picture(page, `${name}-phone`);
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.CONSOLE_IMAGES) return;
  mkdirSync(IMAGES, { recursive: true });
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}
