// The catalogue: items with their prices, looked at and changed.
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

const ITEM = 'Hosting and backups';

test('the bookkeeper adds an item with its price and archives it', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Catalogue').click();
  await expect(page.getByRole('gridcell', { name: ITEM })).toBeVisible();
  await expectAccessible(page, 'Catalogue, items');
  await page.getByRole('button', { name: 'New item' }).click();
  const dialog = page.getByRole('dialog', { name: 'New item' });
  await dialog.getByLabel('Name').fill('Photo shoot, half a day');
  await dialog.getByLabel('Price of one').fill('640');
  await expectAccessible(page, 'New item');
  await dialog.getByRole('button', { name: 'Add item' }).click();
  await expect(page.getByRole('heading', { name: 'Photo shoot, half a day' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '€640.00' })).toContainText('In use');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('It is not offered any more.')).toBeVisible();
  await page.getByRole('link', { name: 'Catalogue' }).last().click();
  await page.getByRole('radio', { name: /^Archived/ }).check({ force: true });
  await expect(page.getByRole('gridcell', { name: 'Photo shoot' })).toBeVisible();
});

test('the bookkeeper replaces a price', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Catalogue').click();
  await page.getByRole('gridcell', { name: ITEM }).click();
  await expect(page.getByRole('heading', { name: ITEM })).toBeVisible();
  await expectAccessible(page, 'an item');
  await page.getByRole('button', { name: /^Actions for the price/ }).click();
  await page.getByRole('menuitem', { name: /^Replace/ }).click();
  const dialog = page.getByRole('dialog', { name: `Replace the price of ${ITEM}` });
  await dialog.getByLabel('New price of one').fill('55');
  await expectAccessible(page, 'Replace a price');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: '€55.00' })).toContainText('In use');
  await expect(page.getByRole('row').filter({ hasText: '€49.00' })).toContainText('Archived');
});
