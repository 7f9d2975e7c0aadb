// The question before a customer's personal data is erased, and the customer afterwards.
import { expectAccessible } from './stories/accessible.ts';
import { addCustomer, CUSTOMER, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test('a customer’s data is exported, and then erased', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await addCustomer(page);
  const more = page.getByRole('button', { name: 'More actions' });
  await more.click();
  const file = await program.save(() => page.getByRole('menuitem', { name: /^Export their data/ }).click());
  expect(file.name).toBe('Customer-data-Acme-Bruckenbau-GmbH.json');
  await more.click();
  await page.getByRole('menuitem', { name: 'Erase their data…' }).click();
  const question = page.getByRole('alertdialog', { name: `Erase the data of ${CUSTOMER.name}?` });
  await expect(question.getByRole('heading', { name: 'What stays' })).toBeVisible();
  await expectAccessible(page, 'the question of an erasure');
  await question.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { name: 'Erased customer' })).toBeVisible();
  await expect(page.getByText('Personal data erased')).toBeVisible();
  await expect(page.getByText(CUSTOMER.email)).toBeHidden();
  await expectAccessible(page, 'an erased customer');
});
