// Reminders: proposed, confirmed, sent; and the schedule they follow.
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample, rows } from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test('the bookkeeper reminds who is past due, and nobody twice', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Reminders').click();
  await expect(page.getByRole('grid', { name: 'Proposed reminders' })).toBeVisible();
  await expect(rows(page).nth(1)).toBeVisible();
  await expectAccessible(page, 'Reminders');
  const proposed = await page.getByText(/^\d+ proposed$/).textContent();
  await rows(page).first().getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Send reminders (1)' }).click();
  await expect(page.getByRole('dialog', { name: 'Send reminders?' })).toContainText(
    '1 reminder will be sent',
  );
  await expectAccessible(page, 'Send reminders');
  await page.getByRole('button', { name: 'Send 1 reminder', exact: true }).click();
  await expect(page.getByText('1 reminder accepted')).toBeVisible();
  await expect(
    page.getByText(`${Number.parseInt(proposed ?? '', 10) - 1} proposed`, { exact: true }),
  ).toBeVisible();
});

test('the bookkeeper changes the schedule', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Settings').click();
  await page.getByRole('link', { name: 'Reminders', exact: true }).last().click();
  await page.getByRole('textbox', { name: 'Days' }).fill('45');
  await page.getByRole('button', { name: 'Add step' }).click();
  await expect(page.getByText('45 days after the due date')).toBeVisible();
  await expectAccessible(page, 'Settings, Reminders');
});
