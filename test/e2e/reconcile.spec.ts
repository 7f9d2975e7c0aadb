// Reconcile: a statement of the bank's with a decimal comma and a line that stands there twice, imported, matched by key, and found again.
import type { Page } from '@playwright/test';
import { addDays } from '../../shared/domain/dates.ts';
import { germanCsv } from '../support/bank-files.ts';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

interface Payout {
  readonly day: string;
  /** Minor units. */
  readonly amount: number;
}

/** The newest payouts that have arrived, as the list shows them. */
async function paidOut(page: Page, count: number): Promise<readonly Payout[]> {
  await goTo(page, 'Payouts').click();
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await page.getByRole('tab', { name: /^Paid out/ }).click();
  const rows = page.getByRole('row').filter({ hasText: 'Paid out' });
  await expect(rows.nth(count - 1)).toBeVisible();
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const row = rows.nth(index);
      const day = (await row.locator('time').first().getAttribute('datetime')) ?? '';
      const amount = (await row.locator('data').first().getAttribute('value')) ?? '';
      return { day, amount: Number.parseInt(amount, 10) };
    }),
  );
}

/** One payout that names Stripe, one of which a euro is missing, one without a word of Stripe, rent; the last line twice. */
function statement(payouts: readonly Payout[]): string {
  const [named, short, silent] = payouts;
  if (!named || !short || !silent) throw new Error('The sample has too few payouts');
  const rows = [
    { day: addDays(silent.day, 1), amount: silent.amount, words: 'Gutschrift' },
    { day: addDays(short.day, 1), amount: short.amount - 100, words: 'STRIPE PAYMENTS EUROPE' },
    { day: addDays(named.day, 1), amount: named.amount, words: 'STRIPE PAYMENTS EUROPE STRIPE PAYOUT' },
    { day: addDays(named.day, 1), amount: -120_000, words: 'Müller & Söhne; Miete' },
  ];
  const lines = germanCsv(rows).trimEnd().split('\r\n');
  return [...lines, lines.at(-1), ''].join('\r\n');
}

async function chooseFile(page: Page, press: () => Promise<void>, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press();
  await (await chooser).setFiles({ name: 'Umsätze.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test('a statement is imported, its lines are matched by key, and each payout leads to its line and back', async ({
  program,
}) => {
  const { page } = program;
  await openSample(page);
  const payouts = await paidOut(page, 3);
  const text = statement(payouts);

  await test.step('the screen says what to do while there is nothing', async () => {
    await page.keyboard.press('Escape');
    await page.locator('body').press('g');
    await page.locator('body').press('b');
    await expect(page.getByRole('heading', { name: 'No statement yet' })).toBeVisible();
    await expectAccessible(page, 'Reconcile without a statement');
  });

  const sheet = page.getByRole('dialog', { name: 'Import Umsätze.csv' });
  await test.step('a file says what it would bring, and how it is read', async () => {
    await chooseFile(page, () => page.locator('body').press('i'), text);
    await expect(sheet.getByText('1 line stands in the file twice and is taken once.')).toBeVisible();
    await expect(sheet.getByText('Müller & Söhne; Miete').first()).toBeVisible();
    await expect(sheet.getByText('-€1,200.00')).toBeVisible();
    await expect(sheet.getByRole('button', { name: /What Betrag is$/ })).toContainText('Amount');
    await expectAccessible(page, 'the preview of a statement');
    await sheet.getByRole('button', { name: 'Import 4 lines' }).click();
    await expect(page.getByText('4 lines imported')).toBeVisible();
  });

  const grid = page.getByRole('grid', { name: 'Lines of the bank’s statements' });
  const suggested = grid.getByRole('row').filter({ hasText: 'Gutschrift' });
  const short = grid.getByRole('row').filter({ hasText: 'No payout fits' });
  await test.step('what is not sure waits for a person, who decides it by key and takes that back', async () => {
    await expect(page.getByRole('tab', { name: 'To match 2' })).toBeVisible();
    await expect(suggested).toContainText('Suggested');
    await expectAccessible(page, 'lines to match');
    await grid.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('a');
    await expect(page.getByRole('tab', { name: 'To match 1' })).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(suggested).toContainText('Suggested');
    await page.keyboard.press('End');
    await page.keyboard.press('x');
    await expect(page.getByRole('tab', { name: 'Set aside 1' })).toBeVisible();
  });

  await test.step('another payout is chosen in the sheet of the line', async () => {
    await expect(short).toBeVisible();
    await page.keyboard.press('m');
    const line = page.getByRole('dialog', { name: 'Line of the bank’s statement' });
    await expect(line).toContainText('STRIPE PAYMENTS EUROPE');
    await expectAccessible(page, 'a line of the statement');
    const candidate = line.getByRole('row').filter({ hasText: '-€1.00' });
    await candidate.getByRole('button', { name: /^Match with the payout/ }).press('Enter');
    await expect(line).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Nothing to match' })).toBeVisible();
  });

  await test.step('the payout shows its line, and the line its payout', async () => {
    await page.getByRole('button', { name: 'Confirm 1 found' }).click();
    await page.getByRole('tab', { name: 'Matched 2' }).click();
    await expect(grid.getByText('Matched')).toHaveCount(2);
    await expect(grid.getByText('-€1.00')).toBeVisible();
    await grid.getByRole('row').filter({ hasText: '-€1.00' }).getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'At the bank' })).toBeVisible();
    await expectAccessible(page, 'a payout with its line');
    await page.getByRole('link', { name: 'Open the line' }).click();
    const line = page.getByRole('dialog', { name: 'Line of the bank’s statement' });
    await expect(line).toContainText('You said so');
    await page.keyboard.press('Escape');
    await expect(line).toBeHidden();
  });

  await test.step('the same file again brings nothing, and its statement can be removed', async () => {
    const importing = page.getByRole('button', { name: 'Import a statement' });
    await chooseFile(page, () => importing.click(), text);
    await expect(sheet.getByText(/4 lines came with an earlier import/)).toBeVisible();
    await expect(sheet.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('tab', { name: 'Statements 1' }).click();
    await expectAccessible(page, 'imported statements');
    await page.getByRole('button', { name: 'Remove Umsätze.csv' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('heading', { name: 'No statement yet' })).toBeVisible();
  });
});

test('a file that is no statement is refused with the reason', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Reconcile').click();
  const importing = page.getByRole('button', { name: 'Import a statement' });
  await chooseFile(page, () => importing.click(), 'Not a statement');
  await expect(page.getByRole('alert')).toContainText('No lines with a date and an amount are found');
  await expectAccessible(page, 'a file that is no statement');
});
