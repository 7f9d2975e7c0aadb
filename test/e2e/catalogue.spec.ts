// The catalogue: what is sold, made and changed on the screens, and found again at Stripe.
import { expectAccessible } from './stories/accessible.ts';
import { connect, goTo } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test.use({ stripe: 'separate' });

const KEY = 'sk_test_Quittance0Catalogue0Key0123456789';

test('the bookkeeper adds an item, replaces its price and archives it', async ({ program }) => {
  const { page } = program;
  await connect(page, KEY);
  await goTo(page, 'Catalogue').click();
  await page.getByRole('button', { name: 'New item' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'New item' });
  await dialog.getByLabel('Name').fill('Photo shoot');
  await dialog.getByLabel('Price of one').fill('640');
  await expectAccessible(page, 'New item');
  await dialog.getByRole('button', { name: 'Add item' }).click();
  await expect(page.getByRole('heading', { name: 'Photo shoot' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '€640.00' })).toContainText('In use');
  await expectAccessible(page, 'an item');

  await page.getByRole('button', { name: /^Actions for the price/ }).click();
  await page.getByRole('menuitem', { name: /^Replace/ }).click();
  const replace = page.getByRole('dialog', { name: 'Replace the price of Photo shoot' });
  await replace.getByLabel('New price of one').fill('690');
  await expectAccessible(page, 'Replace a price');
  await page.keyboard.press('Enter');
  await expect(replace).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: '€690.00' })).toContainText('In use');
  await expect(page.getByRole('row').filter({ hasText: '€640.00' })).toContainText('Archived');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('It is not offered any more.')).toBeVisible();
  await goTo(page, 'Catalogue').click();
  await expect(page.getByText('No items yet')).toBeVisible();
  await page.getByText(/^Archived 1/).click();
  await expect(page.getByRole('gridcell', { name: 'Photo shoot' })).toBeVisible();
  await expectAccessible(page, 'Catalogue, archived items');
});

test('the bookkeeper opens a revenue account and sells an item to it', async ({ program }) => {
  const { page } = program;
  await connect(page, KEY);
  await goTo(page, 'Catalogue').click();
  await page.getByRole('button', { name: 'New item' }).last().click();
  await page.getByLabel('Name').fill('Photo shoot');
  await page.getByLabel('Price of one').fill('640');
  await page.getByRole('button', { name: 'Add item' }).click();
  const facts = page.getByRole('complementary', { name: 'Facts' });
  await expect(facts).toContainText('4000 Revenue');
  await facts.getByRole('link', { name: 'Open others in Books' }).click();

  await page.getByRole('button', { name: 'Revenue account' }).click();
  const dialog = page.getByRole('dialog', { name: 'New revenue account' });
  await dialog.getByLabel('Name').fill('Services');
  await dialog.getByLabel('Number').fill('4000');
  await dialog.getByRole('button', { name: 'Open account' }).click();
  await expect(dialog.getByText('Another account has this number')).toBeVisible();
  await dialog.getByLabel('Number').fill('8400');
  await expectAccessible(page, 'New revenue account');
  await dialog.getByRole('button', { name: 'Open account' }).click();
  const account = page.getByRole('row').filter({ hasText: '8400 Services' });
  await expect(account).toContainText('Income');

  await goTo(page, 'Catalogue').click();
  await page.getByRole('gridcell', { name: 'Photo shoot' }).click();
  await facts.getByRole('button', { name: /Sold to/ }).click();
  await page.getByRole('option', { name: '8400 Services' }).click();
  await expect(page.getByText('From now on sold to 8400 Services')).toBeVisible();
  await expectAccessible(page, 'an item with a revenue account');
  await goTo(page, 'Books').click();
  await page.getByRole('tab', { name: 'Accounts' }).click();
  await expect(account).toContainText('Income, 1 item');
});

test('the bookkeeper makes and archives a tax rate', async ({ program }) => {
  const { page } = program;
  await connect(page, KEY);
  await goTo(page, 'Catalogue').click();
  await page.getByRole('tab', { name: 'Tax rates' }).click();
  await page.getByRole('button', { name: 'New tax rate' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'New tax rate' });
  await dialog.getByLabel('Rate', { exact: true }).fill('19');
  await dialog.getByRole('button', { name: 'Create tax rate' }).click();
  await expect(page.getByRole('row').filter({ hasText: '19 %' })).toContainText('In use');
  await expectAccessible(page, 'Catalogue, tax rates');
  await page.getByRole('button', { name: 'Actions for VAT 19 %' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('No tax rates yet')).toBeVisible();
});

test('the bookkeeper makes and withdraws a coupon', async ({ program }) => {
  const { page } = program;
  await connect(page, KEY);
  await goTo(page, 'Catalogue').click();
  await page.getByRole('tab', { name: 'Coupons' }).click();
  await page.getByRole('button', { name: 'New coupon' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'New coupon' });
  await dialog.getByLabel('Name').fill('Partner');
  await dialog.getByLabel('Percent off').fill('12.5');
  await dialog.getByLabel('How often at most').fill('10');
  await expectAccessible(page, 'New coupon');
  await dialog.getByRole('button', { name: 'Add coupon' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Partner' });
  await expect(row).toContainText('0 of 10');
  await expect(row).toContainText('In use');
  await expectAccessible(page, 'Catalogue, coupons');
  await page.getByRole('button', { name: 'Actions for Partner' }).click();
  await page.getByRole('menuitem', { name: /^Withdraw/ }).click();
  await page.getByRole('button', { name: 'Withdraw coupon' }).click();
  await expect(page.getByText('No coupons yet')).toBeVisible();
  await page.getByText('Over 1').click();
  await expect(row).toContainText('Over');
});

test('a line is completed from the catalogue, and the invoice says how it can be paid', async ({
  program,
}) => {
  const { page } = program;
  await connect(page, KEY);
  await goTo(page, 'Catalogue').click();
  await page.getByRole('button', { name: 'New item' }).last().click();
  await page.getByLabel('Name').fill('Photo shoot');
  await page.getByLabel('Price of one').fill('640');
  await page.getByRole('button', { name: 'Add item' }).click();
  await expect(page.getByRole('heading', { name: 'Photo shoot' })).toBeVisible();

  await page.keyboard.press('Control+n');
  const description = page.getByLabel('Description, line 1');
  await description.click();
  await page.keyboard.type('phot');
  await expect(page.getByRole('option', { name: 'Photo shoot' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expectAccessible(page, 'an item offered for a line');
  await page.keyboard.press('Enter');
  await expect(description).toHaveValue('Photo shoot');
  await expect(page.getByLabel('Unit price, line 1')).toHaveValue('640.00');
  await page.getByText('SEPA direct debit').click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Currency' }).fill('USD');
  await page.getByRole('option', { name: /^USD/ }).click();
  await expect(page.getByText('SEPA direct debit takes EUR only, and this is in USD.')).toBeVisible();
  await expectAccessible(page, 'a way to pay that does not fit');
});
