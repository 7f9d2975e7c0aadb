// What a bookkeeper does in the program, one step at a time, with the mouse: the parts that stories are made of.
import type { Locator, Page } from '@playwright/test';
import { expect, type Program } from '../support/fixtures.ts';
import type { SavedFile } from '../support/program.ts';

/** An amount as a British browser shows it. */
export const TOTAL = '€3,947.72';

export const CUSTOMER = { name: 'Acme Brückenbau GmbH', email: 'rechnung@acme.example' } as const;

/** Three lines over two rates; the discount of 100.00 is shared among them by their amounts. */
export const LINES = [
  { description: 'Corporate design', quantity: '1', price: '2400', rate: '19%' },
  { description: 'Proof reading, hours', quantity: '7.5', price: '68', rate: '19%' },
  { description: 'Printed brochures', quantity: '500', price: '1.125', rate: '7%' },
] as const;

export const RATES = [
  { name: 'VAT', percent: '19' },
  { name: 'VAT reduced', percent: '7' },
] as const;

/** From the first-run screen into the books of the account. */
export async function connect(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Connect with a key' }).click();
  await page.getByLabel('Stripe key').fill(key);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(goTo(page, 'Customers')).toBeVisible();
}

/** The link of an area in the sidebar. */
export function goTo(page: Page, area: string): Locator {
  return page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: area });
}

/**
 * The rows of the list in front that have come, in their order. Its head and foot are rows too, and so are the bars that stand
 * for what is on its way, which open nothing.
 */
export function rows(page: Page): Locator {
  return page.getByRole('row').and(page.locator('[data-index]')).filter({ hasText: /\w/ });
}

/** The list of an area, when its first row has come. */
export async function openList(page: Page, area: string): Promise<void> {
  await goTo(page, area).click();
  // Until then the rows are those of the list that was in front.
  await expect(page.getByRole('heading', { level: 1, name: area, exact: true })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open sample books' }).click();
  await expect(goTo(page, 'Customers')).toBeVisible();
}

export async function addCustomer(page: Page): Promise<void> {
  await goTo(page, 'Customers').click();
  await page.getByRole('button', { name: 'New customer' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill(CUSTOMER.name);
  await page.getByLabel('E-mail').fill(CUSTOMER.email);
  await page.getByLabel('Street and number').fill('Hafenstraße 1');
  await page.getByLabel('Postal code').fill('20457');
  await page.getByLabel('City').fill('Hamburg');
  await page.getByRole('combobox', { name: 'Country' }).fill('Germ');
  await page.getByRole('option', { name: 'Germany' }).click();
  await page.getByRole('button', { name: 'Add customer' }).click();
  await expect(page.getByRole('heading', { name: CUSTOMER.name })).toBeVisible();
}

export async function addTaxRates(page: Page): Promise<void> {
  await goTo(page, 'Settings').click();
  await page.getByRole('link', { name: 'Invoicing and taxes' }).click();
  for (const { name, percent } of RATES) {
    await page.getByRole('button', { name: 'New tax rate' }).click();
    const dialog = page.getByRole('dialog', { name: 'New tax rate' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Rate', { exact: true }).fill(percent);
    await dialog.getByRole('button', { name: 'Create tax rate' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name, exact: true }) });
    await expect(row).toContainText('At Stripe');
  }
}

/** A new draft for the customer, written to its end and saved. */
export async function writeInvoice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New invoice' }).first().click();
  await page.getByRole('combobox', { name: 'Customer', exact: true }).fill('Acme');
  await page.getByRole('option', { name: CUSTOMER.name }).click();
  for (const [index, line] of LINES.entries()) {
    const at = `line ${index + 1}`;
    if (index > 0) await page.getByRole('button', { name: 'Add line' }).click();
    await page.getByLabel(`Description, ${at}`).fill(line.description);
    await page.getByLabel(`Quantity, ${at}`).fill(line.quantity);
    await page.getByLabel(`Unit price, ${at}`).fill(line.price);
    await page.getByRole('button', { name: `Tax, ${at}` }).click();
    await page.getByRole('menuitem', { name: line.rate }).click();
  }
  await page.getByLabel('Discount on the invoice').fill('100');
  await expect(page.getByTestId('draft-total')).toHaveText(TOTAL);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

export async function reviewAndSend(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review and send' }).click();
  const sheet = page.getByRole('dialog', { name: 'Review and send' });
  await expect(sheet).toContainText(CUSTOMER.email);
  await expect(sheet).toContainText(TOTAL);
  await sheet.getByRole('button', { name: 'Send invoice' }).click();
  await expect(sheet).toBeHidden();
}

/** The badge of the invoice in front. */
export function badge(page: Page) {
  return page.getByRole('region', { name: 'Summary' });
}

/** Pays back a part of the invoice in front; `amount` as it is typed. */
export async function refund(page: Page, amount: string): Promise<void> {
  await page.getByRole('button', { name: 'Refund…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refund' });
  await dialog.getByLabel('Amount', { exact: true }).fill(amount);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^Refund €/ }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

export function exportPdf(program: Program): Promise<SavedFile> {
  const { page } = program;
  return program.save(async () => {
    await page.getByRole('button', { name: 'PDF', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Invoice/ }).click();
  });
}

/** A host without a keychain of the system's forgets the key when it ends, and says so. */
export async function giveKeyAgain({ page, host }: Program, key: string): Promise<void> {
  if (host !== 'loopback') return;
  await page.getByRole('link', { name: 'Give a key' }).click();
  await page.getByLabel('Stripe key').fill(key);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('The key works and is kept')).toBeVisible();
}
