// Opening what is in a list of the sample.
import type { Page } from '@playwright/test';
import { expect } from '../support/fixtures.ts';
import { openList, rows } from './steps.ts';

/** The first row of the list in front. */
export async function openRow(page: Page): Promise<void> {
  await rows(page).first().click();
}

/** The list of the sample's invoices, when all of them are there. */
export async function openInvoices(page: Page): Promise<void> {
  await openList(page, 'Invoices');
  await expect(page.getByText(/^[4-9]\d\d invoices$/)).toBeVisible();
}

/** Opens a tab of the list and its first invoice, when the rows are the tab's. */
export async function openFirst(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await expect(rows(page).first()).toContainText(tab);
  await openRow(page);
}

export const close = (page: Page): Promise<void> => page.keyboard.press('Escape');
