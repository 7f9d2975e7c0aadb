// Disputes: the list, one of them with its answer, and the two questions before what cannot be taken back.
import type { Page } from '@playwright/test';
import { expectAccessible } from './stories/accessible.ts';
import { goTo, openSample, rows } from './stories/steps.ts';
import { expect, PAGE_ONLY, test } from './support/fixtures.ts';

/** The page of the one dispute of the sample that waits for an answer, when the rows are the tab's. */
async function openDispute(page: Page): Promise<void> {
  await goTo(page, 'Disputes').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Disputes' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await page.getByRole('tab', { name: /^Needs an answer/ }).click();
  await expect(rows(page).first()).toContainText('Needs an answer');
  await rows(page).first().click();
  await expect(page.getByRole('heading', { name: 'Your answer' })).toBeVisible();
}

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

test('the list of disputes says why, until when and what is withheld', PAGE_ONLY, async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await goTo(page, 'Disputes').click();
  await expect(page.getByRole('button', { name: /^Synced/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Needs an answer/ })).toBeVisible();
  const grid = page.getByRole('grid', { name: 'Disputes' });
  await expect(grid.getByText('Nothing delivered').first()).toBeVisible();
  await expect(grid.getByText(/^\d days left$/)).toBeVisible();
  await expectAccessible(page, 'Disputes');
});

test('Home leads to a dispute that needs an answer', PAGE_ONLY, async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await page.getByRole('link', { name: /disputes €.* Answer by/ }).click();
  await expect(page.getByRole('heading', { name: 'Your answer' })).toBeVisible();
  await expectAccessible(page, 'a dispute');
});

test('the bookkeeper answers a dispute with texts and files, once', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openDispute(page);
  await page.getByRole('button', { name: 'Fill in what the books know' }).click();
  await page.getByLabel('Carrier').fill('DHL');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^Attach invoice/ }).click();
  await expect(page.getByRole('button', { name: 'Remove: Invoice or receipt' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file: Proof of delivery' }).click();
  await (await chooser).setFiles({ name: 'Lieferschein.pdf', mimeType: 'application/pdf', buffer: PDF });
  await expect(page.getByText('Lieferschein.pdf')).toBeVisible();
  await expectAccessible(page, 'an answer with files');
  await page.getByRole('button', { name: 'Submit to the bank…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Submit the answer to the bank?' });
  await expect(question).toContainText('2 files');
  await expectAccessible(page, 'the question before submitting');
  await question.getByRole('button', { name: 'Submit to the bank' }).click();
  await expect(page.getByRole('heading', { name: 'What you told the bank' })).toBeVisible();
  await expect(page.getByText('Evidence submitted to the bank')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit to the bank…' })).toHaveCount(0);
});

test('a file of the wrong kind is refused, and a dispute can be accepted', async ({ program }) => {
  const { page } = program;
  await openSample(page);
  await openDispute(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file: Proof of delivery' }).click();
  const text = { name: 'notes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Only a text.') };
  await (await chooser).setFiles(text);
  await expect(page.getByText('The file must be a whole PDF, JPEG or PNG.')).toBeVisible();
  await page.getByRole('button', { name: 'Accept dispute…' }).click();
  const question = page.getByRole('alertdialog', { name: 'Accept this dispute?' });
  await expectAccessible(page, 'the question before accepting');
  await question.getByRole('button', { name: 'Accept dispute' }).click();
  await expect(page.getByText('Lost', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Dispute accepted')).toBeVisible();
});
