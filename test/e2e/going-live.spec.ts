// The checklist before going live.
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test('the bookkeeper sees what is missing before going live, and ticks the rest', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Settings').click();
  await page.getByRole('link', { name: 'Going live', exact: true }).click();
  await expect(page.getByText('Sent, paid and refunded in sample or test books')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Charges' }).getByLabel('Done')).toBeVisible();
  await expectAccessible(page, 'Settings, Going live');
  const numbering = page.getByRole('checkbox', { name: /^Numbering/ });
  await numbering.focus();
  await page.keyboard.press('Space');
  await expect(numbering).toBeChecked();
  await page.reload();
  await goTo(page, 'Settings').click();
  await page.getByRole('link', { name: 'Going live', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: /^Numbering/ })).toBeChecked();
});
