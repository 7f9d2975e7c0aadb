// Disputes: the list, one of them with its answer, and the two questions before what cannot be taken back.
import type { Page } from '@playwright/test';
import { expectAccessible } from './stories/accessible.ts';
import { connect, goTo, openSample, rows } from './stories/steps.ts';
import { expect, PAGE_ONLY, test } from './support/fixtures.ts';

/** The page of the one dispute that waits for an answer, when the rows are the tab's. */
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

test.describe('a dispute of a Visa card', () => {
  test.use({ stripe: 'separate', history: 'visa' });

  test('the bookkeeper answers by Visa Compelling Evidence 3.0', PAGE_ONLY, async ({ program }) => {
    const { page } = program;
    await connect(page, 'sk_test_VisaCompellingEvidence01');
    await openDispute(page);
    const card = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: /^Visa Compelling/ }) });
    await expect(card.getByText('This dispute is eligible')).toBeVisible();
    await expect(card.getByText('Choose two earlier payments.')).toBeVisible();
    await expectAccessible(page, 'an eligible dispute');
    const choices = card.getByRole('checkbox');
    await expect(choices).toHaveCount(3);
    await choices.nth(0).check({ force: true });
    await choices.nth(1).check({ force: true });
    await expect(choices.nth(2)).toBeDisabled();
    await expect(card.getByLabel('With the disputed payment')).toHaveValue('Website care and a new form');
    await expect(card.getByLabel('E-mail address')).toHaveValue('anna@lind.example');
    await card.getByRole('button', { name: /Goods or services/ }).click();
    await page.getByRole('option', { name: 'Services' }).click();
    await card.getByLabel('IP address').fill('203.0.113');
    await card.getByLabel('Account').focus();
    await expect(card.getByText('This is no IP address, such as 203.0.113.7.')).toBeVisible();
    await expectAccessible(page, 'compelling evidence with a mistake');
    await card.getByLabel('IP address').fill('203.0.113.7');
    await expect(card.getByText('Nothing is missing')).toBeVisible();
    await page.getByRole('button', { name: 'Save at Stripe' }).click();
    await expect(card.getByText('It qualifies')).toBeVisible();
    await expectAccessible(page, 'compelling evidence that qualifies');
    await page.getByRole('button', { name: 'Submit to the bank…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Submit to the bank' }).click();
    await expect(page.getByRole('heading', { name: 'What you told the bank' })).toBeVisible();
    await expect(page.getByText('203.0.113.7')).toBeVisible();
    await expect(page.getByText('Eligible, and qualified')).toBeVisible();
    await expectAccessible(page, 'compelling evidence that was submitted');
  });
});
