// What an accountant is given: the pack of a month, made from the reports, and looked into.
import { unzipSync } from 'fflate';
import { readPdf } from '../support/read-pdf.ts';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test('the pack of last month is made from the reports', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  // Books are handed over when the history has arrived and is posted.
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await goTo(page, 'Reports').click();
  await expect(page.getByRole('table', { name: 'Aged receivables' })).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Accountant pack/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Accountant pack' });
  await expect(dialog.getByText(/^One ZIP with the invoices/)).toBeVisible();
  await expectAccessible(page, 'the accountant pack');
  const file = await program.save(() => dialog.getByRole('button', { name: 'Make pack' }).click());
  await expect(dialog).toBeHidden();
  expect(file.name).toMatch(/^Accountant-pack-\d{4}-\d\d-01-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(file.bytes);
  const invoices = Object.entries(files).filter(([name]) => name.startsWith('Invoices/'));
  expect(invoices.length).toBeGreaterThan(5);
  const [, first = new Uint8Array()] = invoices[0] ?? [];
  expect(readPdf(first).pages.length).toBeGreaterThan(0);
  expect(new TextDecoder().decode(files['About.txt'])).toContain('In balance');
});
