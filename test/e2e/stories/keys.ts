// The program by keyboard alone: keys go to whatever has the focus, and the story looks where that is.
import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';

/** What has the focus. */
export function focused(page: Page): Locator {
  return page.locator(':focus');
}

/** Runs in the page: whether the focus is beyond the element, in the order of the page. Nothing is beyond what is hidden now. */
function isPassed([element]: readonly Element[]): boolean {
  const { activeElement, body } = document;
  if (element === undefined || activeElement === null || activeElement === body) return false;
  return (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** As a person would look for it: Tab until it is there, and one back where the focus has passed it; a failure when it never comes. */
export async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  await expect(target).toBeVisible();
  let wasAhead = false;
  for (let count = 0; count < most; count += 1) {
    // A list that opens on its field's focus hides everything else for as long, which is no reason to wait.
    if ((await target.and(focused(page)).count()) > 0) return;
    const passed = await target.evaluateAll(isPassed);
    wasAhead ||= !passed;
    await page.keyboard.press(passed && wasAhead ? 'Shift+Tab' : 'Tab');
  }
  await expect(target).toBeFocused();
}

/** Types into the field that has the focus, after seeing that it is the right one. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
}

/** Runs a command of the palette by the beginning of its name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands and search' })).toBeVisible();
  await page.keyboard.type(name);
  const first = page.getByRole('menuitem').first();
  await expect(first).toContainText(name);
  await expect(first).toHaveAttribute('data-focused', 'true');
  await page.keyboard.press('Enter');
}

/** A shortcut of two keys, one after the other. */
export async function sequence(page: Page, first: string, second: string): Promise<void> {
  await page.keyboard.press(first);
  await page.keyboard.press(second);
}
