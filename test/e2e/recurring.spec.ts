// Recurring invoices: found, looked at, changed, begun.
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test('the bookkeeper looks at what is billed next, pauses one and resumes it', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Recurring').click();
  const rows = page.getByRole('grid', { name: 'Recurring invoices' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Active' }).nth(1)).toBeVisible();
  await expectAccessible(page, 'Recurring invoices');
  await rows.filter({ hasText: 'Active' }).first().click();
  await expect(page.getByRole('heading', { name: 'Next invoice' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Total', exact: true })).toBeVisible();
  await expectAccessible(page, 'A recurring invoice');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: /^Pause/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause recurring invoice' });
  await expectAccessible(page, 'Pause recurring invoice');
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeHidden();
});

test('the bookkeeper changes how many are billed and sees what Stripe bills then', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Recurring').click();
  const rows = page.getByRole('grid', { name: 'Recurring invoices' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Active' }).nth(1)).toBeVisible();
  await rows.filter({ hasText: 'Active' }).first().click();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('textbox', { name: 'Quantity, item 1' }).fill('7');
  await expect(page.getByRole('complementary', { name: 'What comes of it' })).toContainText('7 ×');
  await expectAccessible(page, 'Change recurring invoice');
  await page.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByRole('heading', { name: 'Items of a period' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '7', exact: true })).toBeVisible();
});

test('the bookkeeper fills in a new one by keys and begins it', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Recurring').click();
  await page.getByRole('link', { name: 'New recurring invoice' }).click();
  const customer = page.getByRole('combobox', { name: 'Customer', exact: true });
  await expect(customer).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose a customer.').first()).toBeVisible();
  await expectAccessible(page, 'New recurring invoice');
  await customer.pressSequentially('a');
  await page.getByRole('option').nth(1).waitFor();
  await customer.press('ArrowDown');
  await customer.press('Enter');
  await page.getByRole('combobox', { name: 'What is billed, item 1' }).focus();
  await page.keyboard.type('Care of the website');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('49');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('period-total')).toContainText('49.00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Next invoice' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Total', exact: true })).toBeVisible();
});
