// After the whole story the secret key is nowhere: not in a file, not in what was printed, not in a reply, not in the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesBelow } from '../canaries/search.ts';
import { customerPays } from './stories/at-stripe.ts';
import * as step from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';
import { root } from './support/process.ts';

test.use({ stripe: 'separate' });

const KEY = 'sk_test_CanaryThatMustNotBeSeen9731';
/** A part of the key is as bad as the whole. */
const CANARY = 'CanaryThatMustNotBeSeen';

/** The files that hold the text, read as bytes: also inside databases, logs and archives. */
function holding(folder: string, text: string): readonly string[] {
  return filesBelow(folder).filter((file) => readFileSync(file).includes(text));
}

/** Everything that the page received from the program, but for its own files. */
function recordReplies(page: Page): string[] {
  const replies: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'fetch' && response.url().endsWith('/call')) {
      void response.text().then(
        (text) => replies.push(text),
        () => undefined,
      );
    }
  });
  return replies;
}

const syncNow = (page: Page): Promise<void> => page.getByRole('button', { name: /sync/i }).first().click();

const everythingInThePage = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input')].map(({ value }) => value),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
    ]),
  );

test('the key is nowhere after the whole story', async ({ program, simulator }, testInfo) => {
  const { page } = program;
  const replies = recordReplies(page);
  await step.connect(page, KEY);
  await step.addCustomer(page);
  await step.addTaxRates(page);
  await step.writeInvoice(page);
  await step.reviewAndSend(page);
  await expect(step.badge(page)).toContainText('Open');
  await customerPays(simulator);
  await syncNow(page);
  await expect(step.badge(page)).toContainText('Paid');
  await step.refund(page, '50');
  const pdf = await step.exportPdf(program);
  expect(pdf.bytes.includes(CANARY)).toBe(false);
  await step.goTo(page, 'Settings').click();
  await page.getByRole('link', { name: 'Stripe account' }).click();
  await step.goTo(page, 'Activity').click();
  expect(await everythingInThePage(page)).not.toContain(CANARY);
  await simulator.control('revokeKey', { key: KEY });
  await syncNow(page);
  await expect(page.getByText(/revoked|refused|does not accept/i).first()).toBeVisible();
  expect(await everythingInThePage(page)).not.toContain(CANARY);
  expect(replies.join('\n')).not.toContain(CANARY);
  const printed = program.printed();
  await program.quit();
  expect(printed).not.toContain(CANARY);
  expect(filesBelow(program.directory).length).toBeGreaterThan(2);
  expect(holding(program.directory, CANARY)).toEqual([]);
  expect(holding(testInfo.outputPath('scratch'), CANARY)).toEqual([]);
  expect(holding(join(root, 'dist'), CANARY)).toEqual([]);
});

test.describe('without an account', () => {
  test.use({ stripe: 'none' });

  test('the search for secrets finds one that was planted', async ({ program }) => {
    await step.openSample(program.page);
    await program.page.evaluate((text) => sessionStorage.setItem('planted', text), KEY);
    expect(await everythingInThePage(program.page)).toContain(CANARY);
    const books = filesBelow(program.directory).find((file) => file.endsWith('.db')) ?? '';
    expect(holding(program.directory, 'SQLite format 3')).toContain(books);
  });
});
