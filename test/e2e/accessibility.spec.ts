// Every screen and every important dialog, looked at with axe in light and dark.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPORT_IDS, REPORTS } from '../../shared/domain/reports/catalogue.ts';
import { expectAccessible } from './stories/accessible.ts';
import { issueAtStripe } from './stories/at-stripe.ts';
import { close, openFirst, openInvoices, openRow } from './stories/lists.ts';
import { connect, goTo, openList, openSample, rows } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

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
  await expectAccessible(page, 'Activity, Outbox');
  await page.getByRole('tab', { name: 'Sync' }).click();
  // A comparison waits until the history has arrived, and looks at every object of it.
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await page.getByRole('button', { name: 'Compare everything with Stripe now' }).click();
  await expect(page.getByText('Nothing differed')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'Activity, Sync, compared with Stripe');
  await page.getByRole('tab', { name: 'Stripe requests' }).click();
  await expectAccessible(page, 'Activity, Stripe requests');
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

/** A month in one currency, which every link to the next report keeps: axe takes its time over long tables. */
test('every other report', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await goTo(page, 'Reports').click();
  const reports = page.getByRole('navigation', { name: 'Reports' });
  await reports.getByRole('link', { name: REPORTS.payouts.title }).click();
  await page.getByRole('button', { name: /Period$/ }).click();
  await page.getByRole('option', { name: 'Last month' }).click();
  await page.getByRole('button', { name: /Currency$/ }).click();
  await page.getByRole('option', { name: 'GBP' }).click();
  for (const id of REPORT_IDS.filter((one) => one !== 'aging' && one !== 'tax')) {
    const { title } = REPORTS[id];
    await reports.getByRole('link', { name: title, exact: true }).click();
    const empty = page.getByText(/^(Choose a customer|Nothing to report)$/);
    await expect(page.getByRole('table', { name: title }).or(empty)).toBeVisible();
    await expectAccessible(page, title);
  }
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
  await close(page);
  for (const [address, words] of [
    ['/nowhere', 'There is no such screen'],
    ['/payments/gone', 'There is no such payment'],
    ['/drafts/gone', 'There is no such draft invoice'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page, words);
  }
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

// A look at a long list takes axe seconds, so that both of the browsers that run at once have some of them.
for (const tabs of [
  ['All', 'Draft', 'Open'],
  ['Past due', 'Paid'],
]) {
  test(`the list of invoices: ${tabs.join(', ')}`, async ({ program }) => {
    const { page } = program;
    await openSample(page);
    await openInvoices(page);
    for (const tab of tabs) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      await expect(rows(page).first()).toBeVisible();
      await expectAccessible(page, `Invoices, ${tab}`);
    }
    await page.getByRole('button', { name: /^Filter/ }).click();
    await expectAccessible(page, `the filter of ${tabs.at(-1)}`);
  });
}

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
  await page
    .getByRole('link', { name: 'Edit', exact: true })
    .or(page.getByRole('button', { name: 'Edit' }))
    .click();
  await expect(page.getByLabel('Name', { exact: true })).not.toHaveValue('');
  await expectAccessible(page, 'the form of a customer');
  await goTo(page, 'Customers').click();
  await page.getByRole('button', { name: 'New customer' }).first().click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('');
  await expectAccessible(page, 'the form of a new customer');
});

test('the lists of money', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  for (const area of ['Payments', 'Refunds', 'Payouts']) {
    await openList(page, area);
    await expectAccessible(page, area);
  }
  await openRow(page);
  await expect(page.getByRole('heading', { name: 'What it holds' })).toBeVisible();
  await expectAccessible(page, 'a payout');
  await goTo(page, 'Fees').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Fees' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page, 'Fees');
});

test('payments, one of them, and one that failed and is tried again', async ({ program }) => {
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
  await page.getByRole('tab', { name: 'Months' }).click();
  await page.getByRole('button', { name: 'Close a month…' }).click();
  await page.getByRole('button', { name: /^Close \w+ \d{4}$/ }).click();
  await expect(page.getByRole('heading', { name: 'Closings so far' })).toBeVisible();
  await expectAccessible(page, 'closed months');
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await expect(page.getByRole('rowheader', { name: /Accounts receivable/ })).toBeVisible();
  await expectAccessible(page, 'the accounts');
  await page.getByRole('button', { name: 'Change Accounts receivable' }).click();
  await expect(page.getByRole('dialog', { name: 'Account 1200' })).toBeVisible();
  await expectAccessible(page, 'an account');
});

test.describe('in trouble', () => {
  test.use({ stripe: 'separate' });

  test('an account that may not charge, a backup and a request that fail, no connection', async ({
    program,
    simulator,
  }) => {
    const { page, directory } = program;
    await issueAtStripe(simulator);
    await simulator.control('changeAccount', { charges_enabled: false, payouts_enabled: false });
    // Where the folder of the backups would be made.
    await writeFile(join(directory, 'backups'), '');
    await connect(page, 'sk_test_AccessibleTrouble0001');
    await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();

    await goTo(page, 'Settings').click();
    await page.getByRole('link', { name: 'Backups', exact: true }).click();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await expect(page.getByText('The last backup failed')).toBeVisible();
    await expectAccessible(page, 'a backup that failed');
    await page.getByRole('link', { name: 'Going live', exact: true }).click();
    await expect(page.getByText('Stripe does not let this account charge yet.')).toBeVisible();
    await expectAccessible(page, 'an account that may not charge');

    const refused = { match: { method: 'POST', path: '/v1/invoices/*/void' }, fault: { kind: 'declined' } };
    await simulator.control('faults', [refused]);
    await goTo(page, 'Invoices').click();
    await openFirst(page, 'Open');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /^Void/ }).click();
    await expectAccessible(page, 'the question before voiding');
    await page.getByRole('alertdialog').getByRole('button', { name: /^Void/ }).click();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectAccessible(page, 'an invoice that Stripe refused to void');
    await goTo(page, 'Activity').click();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectAccessible(page, 'an outbox with what failed');
    await page.getByRole('tab', { name: 'Stripe requests' }).click();
    await page.getByText('Errors', { exact: true }).click();
    await page.getByRole('row').filter({ hasText: '402' }).click();
    await expect(page.getByRole('dialog')).toContainText('What went wrong');
    await expectAccessible(page, 'a request that was refused');
    await close(page);

    const dead = { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 };
    await simulator.control('faults', [dead]);
    await page.getByRole('tab', { name: 'Sync' }).click();
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByText('Stripe did not answer as it should')).toBeVisible();
    await expectAccessible(page, 'no connection to Stripe');
  });
});
