// Corrections: a refund with its credit note, the lists and the page of a credit note, and what lacks its counterpart.
import type { Page } from '@playwright/test';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

/** The sample's history when all of it has arrived. */
async function openSynced(page: Page): Promise<void> {
  await openSample(page);
  await goTo(page, 'Invoices').click();
  await expect(page.getByText(/^[4-9]\d\d invoices$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
}

async function openPaid(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Paid/ }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Paid');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('button', { name: 'Refund…' }).click();
  await expect(page.getByRole('dialog', { name: 'Refund' })).toBeVisible();
}

const openNote = (page: Page): Promise<void> =>
  page.getByRole('row').nth(1).getByRole('gridcell').first().click();

test('the list and the page of credit notes', async ({ program }) => {
  const { page } = program;
  await openSynced(page);
  await goTo(page, 'Credit notes').click();
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await expectAccessible(page, 'Credit notes');
  await openNote(page);
  await expect(page.getByRole('img', { name: /^Credit note, page 1/ })).toBeVisible();
  await expectAccessible(page, 'a credit note');
  const file = await program.save(() => page.getByRole('button', { name: 'PDF', exact: true }).click());
  expect(file.name).toMatch(/^Credit-note-.*\.pdf$/);
});

test('what lacks its counterpart', async ({ program }) => {
  const { page } = program;
  await openSynced(page);
  await goTo(page, 'Credit notes').click();
  await page.getByRole('link', { name: 'Look at them' }).click();
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await expectAccessible(page, 'without a counterpart');
  const before = await page.getByText(/^\d+ in all$/).textContent();
  await page.getByRole('row').nth(1).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Needs nothing more (1)' }).click();
  await expect(page.getByRole('dialog', { name: 'Needs nothing more?' })).toBeVisible();
  await expectAccessible(page, 'needs nothing more');
  await page.getByRole('button', { name: 'Take off the list' }).click();
  await expect(
    page.getByText(`${Number.parseInt(before ?? '', 10) - 1} in all`, { exact: true }),
  ).toBeVisible();
});

test('the dialog of a refund', async ({ program }) => {
  const { page } = program;
  await openSynced(page);
  await openPaid(page);
  await page.getByRole('button', { name: 'All of it' }).click();
  await expect(page.getByText('Credited in all')).toBeVisible();
  await page.getByText('A part each', { exact: true }).click();
  await expectAccessible(page, 'the refund, a part each');
  await page.getByText('Lines of the invoice', { exact: true }).click();
  await expectAccessible(page, 'the refund, by lines');
});

test('a refund writes its credit note, and both stand on the invoice', async ({ program }) => {
  const { page } = program;
  await openSynced(page);
  await openPaid(page);
  await page.getByLabel('Amount', { exact: true }).fill('10');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Refund .*10\.00\?$/ })).toBeVisible();
  await expectAccessible(page, 'the question of a refund');
  await page.getByRole('button', { name: /^Refund .*10\.00$/ }).click();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Partially refunded');
  await expect(page.getByRole('heading', { name: 'Credit notes' })).toBeVisible();
});
