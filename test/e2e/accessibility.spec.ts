// Every screen and every important dialog, looked at with axe in light and dark.
import type { Page } from '@playwright/test';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openList, openSample, rows } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

async function openRow(page: Page): Promise<void> {
  await rows(page).first().click();
}

async function openInvoices(page: Page): Promise<void> {
  await openList(page, 'Invoices');
  await expect(page.getByText(/^[4-9]\d\d invoices$/)).toBeVisible();
}

/** Opens a tab of the list and its first invoice, when the rows are the tab's. */
async function openFirst(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await expect(rows(page).first()).toContainText(tab);
  await openRow(page);
}

const close = (page: Page): Promise<void> => page.keyboard.press('Escape');

test('first run and connecting', async ({ program }) => {
  const { page } = program;
  await expect(page.getByRole('button', { name: 'Connect with a key' })).toBeVisible();
  await expectAccessible(page, 'first run');
  await page.getByRole('button', { name: 'Connect with a key' }).click();
  await page.getByLabel('Stripe key').fill('pk_test_NotForThis0123456789');
  await expectAccessible(page, 'a refused key');
});

test('activity', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Activity').click();
  for (const name of ['Outbox', 'Sync', 'Stripe requests']) {
    await page.getByRole('tab', { name }).click();
    await expectAccessible(page, `Activity, ${name}`);
  }
  await openRow(page);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'a request to Stripe');
  await close(page);
});

test('reports', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Reports').click();
  await expect(page.getByRole('table', { name: 'Aged receivables' })).toBeVisible();
  await expectAccessible(page, 'Aged receivables');
  await page.getByRole('link', { name: 'Tax summary' }).click();
  await expect(page.getByRole('table', { name: 'Tax summary' })).toBeVisible();
  await page.getByRole('table', { name: 'Tax summary' }).getByRole('link').first().click();
  await expect(page.getByRole('link', { name: 'Whole report' })).toBeVisible();
  await expectAccessible(page, 'the documents of a tax');
});

test('home and the ways to move', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await expect(page.getByRole('heading', { name: 'Receivables by age' })).toBeVisible();
  await expectAccessible(page, 'Home');
  await page.keyboard.press('Control+k');
  await expectAccessible(page, 'the palette');
  await close(page);
  await page.keyboard.press('?');
  await expectAccessible(page, 'the shortcuts');
});

test('settings', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Settings').click();
  for (const name of ['Company', 'Invoicing and taxes', 'Document', 'Stripe account', 'Appearance']) {
    await page.getByRole('link', { name, exact: true }).click();
    await expectAccessible(page, `Settings, ${name}`);
  }
});

// A look at a long list takes axe seconds, so that each has a story of its own.
for (const name of [/^All/, /^Draft/, /^Open/, /^Past due/, /^Paid/]) {
  test(`the list of invoices, ${String(name)}`, async ({ program }) => {
    const { page } = program;
    await openSample(page);
    await openInvoices(page);
    await page.getByRole('tab', { name }).click();
    await expect(rows(page).first()).toBeVisible();
    await expectAccessible(page, `Invoices, ${String(name)}`);
  });
}

test('the filter of invoices', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openInvoices(page);
  await page.getByRole('tab', { name: /^Paid/ }).click();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: /^Filter/ }).click();
  await expectAccessible(page, 'the filter');
});

test('an invoice and its refund', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openInvoices(page);
  await openFirst(page, 'Paid');
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Paid');
  await expectAccessible(page, 'an invoice');
  await page.getByRole('button', { name: 'Refund…' }).click();
  await expectAccessible(page, 'the refund');
});

test('the editor and the review', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openInvoices(page);
  await openFirst(page, 'Draft');
  await expect(page.getByRole('complementary', { name: 'Document' }).getByRole('img').first()).toBeVisible();
  await expectAccessible(page, 'the editor');
  await page.getByRole('button', { name: 'Review and send' }).click();
  await expect(page.getByRole('dialog', { name: 'Review and send' })).toContainText('Total');
  await expectAccessible(page, 'the review');
});

test('customers', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openList(page, 'Customers');
  await expectAccessible(page, 'Customers');
  await openRow(page);
  await expect(page.getByRole('heading', { name: 'Statement' })).toBeVisible();
  await expectAccessible(page, 'a customer');
  await goTo(page, 'Customers').click();
  await page.getByRole('button', { name: 'New customer' }).first().click();
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible();
  await expectAccessible(page, 'the form of a customer');
});

test('the lists of money', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  for (const area of ['Payments', 'Refunds', 'Payouts']) {
    await openList(page, area);
    await expectAccessible(page, area);
  }
  await goTo(page, 'Fees').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fees' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'Fees');
});

test('payments and one of them', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openList(page, 'Payments');
  await page.getByRole('button', { name: /^Filter/ }).click();
  await expectAccessible(page, 'the filter of payments');
  await close(page);
  await openFirst(page, 'Succeeded');
  await expect(page.getByRole('heading', { name: 'Fee and net' })).toBeVisible();
  await expectAccessible(page, 'a payment');
  await openList(page, 'Payments');
  await page.getByRole('tab', { name: /^Failed/ }).click();
  await expect(rows(page).first()).toBeVisible();
  await expectAccessible(page, 'failed payments');
});

test('a failed payment tried again', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openList(page, 'Payments');
  await page.getByRole('tab', { name: /^Failed/ }).click();
  await page
    .getByRole('button', { name: /^Retry now/ })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: 'Charge a saved card or account' })).toBeVisible();
  await expectAccessible(page, 'failed payments with the dialog that tries again');
  await close(page);
  await openRow(page);
  await expect(page.getByRole('heading', { name: 'Attempts' })).toBeVisible();
  await expectAccessible(page, 'a failed payment');
});

test('a payout', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openList(page, 'Payouts');
  await openRow(page);
  await expect(page.getByRole('heading', { name: 'What it holds' })).toBeVisible();
  await expectAccessible(page, 'a payout');
});

test('charging a saved card', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openInvoices(page);
  await openFirst(page, 'Open');
  await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Charge card or debit/ }).click();
  await expect(page.getByRole('dialog', { name: 'Charge a saved card or account' })).toBeVisible();
  await expectAccessible(page, 'charging a saved card');
});

test('the books', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await goTo(page, 'Books').click();
  await expect(page.getByText('In balance', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Verify my books' }).click();
  await expect(page.getByText('All is as it was posted')).toBeVisible();
  await expectAccessible(page, 'the proof');
  await page.getByRole('tab', { name: 'Trial balance' }).click();
  await expect(page.getByRole('rowheader', { name: /Stripe balance/ }).first()).toBeVisible();
  await expectAccessible(page, 'the trial balance');
  await page.getByRole('tab', { name: 'Journal' }).click();
  await expect(page.getByText('Payment applied').first()).toBeVisible();
  await expectAccessible(page, 'the journal');
});
