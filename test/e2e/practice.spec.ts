// In the sample books: pays an invoice as its customer, and lets time pass.
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test('the bookkeeper pays an invoice as its customer', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Invoices').click();
  await page.getByRole('tab', { name: /^Open/ }).click();
  await page.getByRole('row').filter({ hasText: 'Open' }).nth(1).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Pay as the customer/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Pay as the customer' });
  await expect(dialog.getByRole('button', { name: 'Pay', exact: true })).toBeEnabled();
  await expectAccessible(page, 'Pay as the customer');
  await dialog.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Paid');
});

test('time passes in the sample books', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await page.getByRole('button', { name: 'Sample books: let time pass' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let time pass' });
  await expectAccessible(page, 'Let time pass');
  await dialog.getByText('30 days', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Let 30 days pass' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^It is .* now$/)).toBeVisible();
});
