// The two pictures of the README, of the sample business.
import { expect, PAGE_ONLY, test } from './support/fixtures.ts';
import { keepPicture } from './support/keep-picture.ts';

// As a person sees them first: the program makes its sample business here, and its history comes in while the list is open.
test.use({ sample: 'made' });

test('the list of invoices and the editor @pictures', PAGE_ONLY, async ({ program }, testInfo) => {
  const { page } = program;
  await page.getByText('Open sample books').click();
  await page.getByRole('link', { name: 'Invoices', exact: true }).click();
  await expect(page.getByText(/^[4-9]\d\d invoices$/)).toBeVisible();
  await keepPicture(page, testInfo, 'invoices');

  await page.getByRole('tab', { name: /^Draft/ }).click();
  await page.getByRole('row').filter({ hasText: 'Draft' }).first().click();
  await expect(page.getByRole('heading', { name: 'Draft invoice' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Document' }).getByRole('img').first()).toBeVisible();
  await keepPicture(page, testInfo, 'editor');
});
