// Living with trouble, as it looks on screen: no connection, a refusal of Stripe's, another total there than here.
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { emailsAtStripe, objectsAtStripe } from './stories/at-stripe.ts';
import * as step from './stories/steps.ts';
import { expect, PAGE_ONLY, test, type Program } from './support/fixtures.ts';
import type { SeparateSimulator } from './support/simulator.ts';

test.use({ stripe: 'separate' });

const KEY = 'sk_test_TroublesOwnKey0001';

const DEAD_LINE = [{ match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 }];

/** Connected, with an invoice that is written to its end. */
async function writtenInvoice({ page }: Program): Promise<void> {
  await step.connect(page, KEY);
  await step.addCustomer(page);
  await step.addTaxRates(page);
  await step.writeInvoice(page);
}

/** What the invoice says of the work on it. */
function banner(page: Page, words: RegExp): Locator {
  return page.getByRole('status').filter({ hasText: words });
}

test('offline: what is sent waits in sight, can be taken back, and goes out later', async ({
  program,
  simulator,
}) => {
  const { page } = program;
  await writtenInvoice(program);
  await simulator.control('faults', DEAD_LINE);
  await step.reviewAndSend(page);
  await expect(step.badge(page)).toContainText('Queued');
  await expect(banner(page, /Stripe cannot be reached\. It is kept here and goes out as soon/)).toBeVisible();

  await test.step('is said in the sidebar, and everything else still works', async () => {
    await expect(page.getByRole('button', { name: 'Offline' })).toBeVisible();
    await step.goTo(page, 'Customers').click();
    await expect(page.getByRole('row').filter({ hasText: step.CUSTOMER.name })).toBeVisible();
  });

  await test.step('is taken back, and is a draft again', async () => {
    await step.goTo(page, 'Activity').click();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect(page.getByText('Nothing is waiting')).toBeVisible();
    await step.goTo(page, 'Invoices').click();
    await page.getByRole('row').filter({ hasText: 'Draft' }).click();
    await expect(page.getByTestId('draft-total')).toHaveText(step.TOTAL);
  });

  await test.step('is sent again, survives a power cut, and goes out by itself', async () => {
    await step.reviewAndSend(page);
    await expect(step.badge(page)).toContainText('Queued');
    await program.kill();
    await program.start();
    await simulator.control('faults', []);
    await step.giveKeyAgain(program, KEY);
    await step.goTo(program.page, 'Invoices').click();
    await program.page.getByRole('row').filter({ hasText: step.CUSTOMER.name }).click();
    await expect(step.badge(program.page)).toContainText('Open', { timeout: 60_000 });
  });
  expect(await emailsAtStripe(simulator)).toBe(1);
  expect(await objectsAtStripe(simulator, 'invoice')).toHaveLength(1);
});

test(
  'refused: Stripe’s reason and what can be done, on the invoice and at home',
  PAGE_ONLY,
  async ({ program, simulator }) => {
    const { page } = program;
    await writtenInvoice(program);
    await simulator.control('faults', [
      { match: { method: 'POST', path: '/v1/invoices/*/finalize' }, fault: { kind: 'declined' } },
    ]);
    await step.reviewAndSend(page);
    await expect(step.badge(page)).toContainText('Send failed');
    await expect(page.getByText(/Your card was declined/).first()).toBeVisible();

    await step.goTo(page, 'Home').click();
    await page.getByRole('link', { name: /Acme.*Decide/ }).click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(step.badge(page)).toContainText('Open');
    expect(await emailsAtStripe(simulator)).toBe(1);
    expect(await objectsAtStripe(simulator, 'invoice')).toHaveLength(1);
  },
);

/** Somebody adds a line to the draft in Stripe's own dashboard. */
async function addLineAtStripe(simulator: SeparateSimulator): Promise<void> {
  const drafts = await objectsAtStripe(simulator, 'invoice');
  const response = await fetch(`${simulator.address}/v1/invoices/${drafts[0]?.id}/add_lines`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_dashboard00000' },
    body: new URLSearchParams({ 'lines[0][amount]': '100', 'lines[0][description]': 'Surcharge' }),
  });
  expect(z.object({ total: z.number() }).parse(await response.json()).total).toBe(394_872);
}

test(
  'another total at Stripe: nothing is issued until a person has decided',
  PAGE_ONLY,
  async ({ program, simulator }) => {
    const { page } = program;
    await writtenInvoice(program);
    await simulator.control('faults', [
      {
        match: { method: 'POST', path: '/v1/invoices/*/finalize' },
        fault: { kind: 'rate_limited' },
        times: 1_000_000,
      },
    ]);
    await step.reviewAndSend(page);
    await expect(banner(page, /Stripe asked to slow down/)).toBeVisible();
    await addLineAtStripe(simulator);
    await simulator.control('faults', []);
    await expect(step.badge(page)).toContainText('Needs review', { timeout: 60_000 });
    await expect(banner(page, /another total than the one you approved, so it was not issued/)).toBeVisible();
    expect(await emailsAtStripe(simulator)).toBe(0);

    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(step.badge(page)).toContainText('Open');
    await expect(step.badge(page)).toContainText('€3,948.72');
    expect(await emailsAtStripe(simulator)).toBe(1);
  },
);
