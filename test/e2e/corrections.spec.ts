// Corrections: a refund with its credit note, the lists and the page of a credit note, and what lacks its counterpart.
import type { Page } from '@playwright/test';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openList, openSample, rows } from './stories/steps.ts';
import { expect, PAGE_ONLY, test } from './support/fixtures.ts';

/** The refund of the newest paid invoice of the sample. */
async function openRefund(page: Page): Promise<void> {
  await openSample(page);
  await openList(page, 'Invoices');
  await page.getByRole('tab', { name: /^Paid/ }).click();
  await expect(rows(page).first()).toContainText('Paid');
  await rows(page).first().click();
  await page.getByRole('button', { name: 'Refund…' }).click();
  await expect(page.getByRole('dialog', { name: 'Refund' })).toBeVisible();
}

test('the list and the page of credit notes', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openList(page, 'Credit notes');
  await expectAccessible(page, 'Credit notes');
  await rows(page).first().getByRole('gridcell').first().click();
  await expect(page.getByRole('img', { name: /^Credit note, page 1/ })).toBeVisible();
  await expectAccessible(page, 'a credit note');
  const file = await program.save(() => page.getByRole('button', { name: 'PDF', exact: true }).click());
  expect(file.name).toMatch(/^Credit-note-.*\.pdf$/);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Void/ }).click();
  await expect(page.getByRole('alertdialog', { name: 'Void this credit note?' })).toBeVisible();
  await expectAccessible(page, 'the question before voiding a credit note');
});

test('what lacks its counterpart', PAGE_ONLY, async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Credit notes').click();
  await page.getByRole('link', { name: 'Look at them' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Without a counterpart' })).toBeVisible();
  await expect(rows(page).nth(1)).toBeVisible();
  await expectAccessible(page, 'without a counterpart');
  const before = await page.getByText(/^\d+ in all$/).textContent();
  await rows(page).first().getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Needs nothing more (1)' }).click();
  await expect(page.getByRole('dialog', { name: 'Needs nothing more?' })).toBeVisible();
  await expectAccessible(page, 'needs nothing more');
  await page.getByRole('button', { name: 'Take off the list' }).click();
  await expect(
    page.getByText(`${Number.parseInt(before ?? '', 10) - 1} in all`, { exact: true }),
  ).toBeVisible();
});

test('the dialog of a refund', PAGE_ONLY, async ({ program }) => {
  const { page } = program;
  await openRefund(page);
  await page.getByRole('button', { name: 'All of it' }).click();
  await expect(page.getByText('Credited in all')).toBeVisible();
  await page.getByText('A part each', { exact: true }).click();
  await expectAccessible(page, 'the refund, a part each');
  await page.getByText('Lines of the invoice', { exact: true }).click();
  await expectAccessible(page, 'the refund, by lines');
});

test('a refund writes its credit note, and both stand on the invoice', async ({ program }) => {
  const { page } = program;
  await openRefund(page);
  await page.getByLabel('Amount', { exact: true }).fill('10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Refund .*10\.00\?$/ })).toBeVisible();
  await expectAccessible(page, 'the question of a refund');
  await page.getByRole('button', { name: /^Refund .*10\.00$/ }).click();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Partially refunded');
  await expect(page.getByRole('heading', { name: 'Credit notes' })).toBeVisible();
});
