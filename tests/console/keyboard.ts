import type { Locator, Page } from 'playwright-core';

/** Goes on by Tab until something has the focus, as somebody without a mouse does. @throws Error where it can't be reached */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  const isThere = () => wanted.evaluate((element) => element.contains(document.activeElement));
  for (let at = 0; at < 80; at++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} can not be reached by the keyboard.`);
}

export async function pressOn(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}
