// Names, memos and lines that are scripts, from a customer or from Stripe's dashboard, are only words on every screen.
import type { Page } from '@playwright/test';
import StripeSdk from 'stripe';
import { keepFigure } from '../figures/figures.ts';
import { SCRIPT_PAYLOADS } from '../support/script-payloads.ts';
import * as step from './stories/steps.ts';
import { expect, PAGE_ONLY, test } from './support/fixtures.ts';
import type { SeparateSimulator } from './support/simulator.ts';

test.use({ stripe: 'separate', viewport: { width: 1400, height: 3200 } });

interface Hostile {
  readonly payload: string;
  readonly customer: string;
  readonly invoice: string;
}

/** One customer, product and issued invoice with each text wherever a text can stand; every other invoice is paid. */
async function hostileBusiness(simulator: SeparateSimulator): Promise<readonly Hostile[]> {
  const { hostname, port } = new URL(simulator.address);
  const stripe = new StripeSdk('sk_test_dashboard00000', {
    host: hostname,
    port,
    protocol: 'http',
    telemetry: false,
  });
  const make = async (payload: string, index: number): Promise<Hostile> => {
    const { id: customer } = await stripe.customers.create({
      name: payload,
      email: `a${index}@a.example`,
      description: payload,
      address: { line1: payload, city: payload, postal_code: '1', country: 'DE' },
    });
    await stripe.products.create({ name: payload.slice(0, 240), description: payload });
    const draft = await stripe.invoices.create({
      customer,
      currency: 'eur',
      collection_method: 'send_invoice',
      days_until_due: 14,
      description: payload,
      footer: payload,
    });
    await stripe.invoices.addLines(draft.id, {
      lines: [{ description: payload, amount: 1000 + index }],
    });
    const invoice = await stripe.invoices.finalizeInvoice(draft.id);
    if (index % 2 === 0) await simulator.control('payInvoice', { invoice: invoice.id });
    return { payload, customer, invoice: invoice.id };
  };
  const made: Hostile[] = [];
  for (const [index, payload] of SCRIPT_PAYLOADS.entries()) made.push(await make(payload, index));
  return made;
}

/** Whatever only markup of a payload could have put into the page. A content policy that had to step in is a problem of its own. */
const traces = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const selector =
      'script:not([src]), iframe, object, embed, base, marquee, video, audio, meta[http-equiv="refresh"], [onerror], [onload], [onfocus], ' +
      '[ontoggle], [onbegin], [onstart], [onmouseover], [href^="javascript" i], [action], [formaction], [src="x"], [srcdoc]';
    const found = [...document.querySelectorAll(selector)].map(({ outerHTML }) => outerHTML.slice(0, 200));
    return 'pwned' in globalThis ? ['A script ran', ...found] : found;
  });

const LISTS = [
  '/',
  '/invoices',
  '/customers',
  '/catalogue',
  '/payments',
  '/refunds',
  '/credit-notes',
  '/reminders',
  '/recurring/new',
  '/books',
  '/reports',
  '/activity',
  '/activity/sync',
  '/settings',
];

test('a script for a name is a name', PAGE_ONLY, async ({ program, simulator }) => {
  test.setTimeout(300_000);
  const { page } = program;
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => expect(dialog.message()).toBe('no dialog')));
  const hostile = await hostileBusiness(simulator);
  await step.connect(page, 'sk_test_KeyOfTheHostileBusiness');
  const open = async (path: string) => {
    await page.evaluate((hash) => void (location.hash = hash), path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  };
  await open('/customers');
  await expect(page.getByText(`a${hostile.length - 1}@a.example`).first()).toBeVisible({ timeout: 60_000 });
  for (const path of LISTS) {
    await open(path);
    expect(await traces(page), path).toEqual([]);
  }
  for (const { payload, customer, invoice } of hostile) {
    for (const path of [`/customers/${customer}`, `/invoices/${invoice}`]) {
      await open(path);
      await expect(page.getByText(payload, { exact: false }).first()).toBeAttached();
      expect(await traces(page), `${path} of ${payload}`).toEqual([]);
    }
  }
  keepFigure('payloads', hostile.length);
});
