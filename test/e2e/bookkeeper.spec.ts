// The bookkeeper's story: from an empty folder to a sent, paid and partly refunded invoice and its PDF, through a quit and a power cut.
import { readPdf } from '../support/read-pdf.ts';
import { customerPays, emailsAtStripe, objectsAtStripe } from './stories/at-stripe.ts';
import * as step from './stories/steps.ts';
import { expect, test } from './support/fixtures.ts';

test.use({ stripe: 'separate' });

const KEY = 'sk_test_BookkeepersOwnKey01';

test('a key that cannot be used is refused with the reason', async ({ program, simulator }) => {
  const { page } = program;
  await page.getByRole('button', { name: 'Connect with a key' }).click();
  const field = page.getByLabel('Stripe key');
  const connect = page.getByRole('button', { name: 'Connect', exact: true });
  await field.fill('pk_test_NotForThis0123456789');
  await expect(page.getByText(/publishable key/)).toBeVisible();
  await expect(connect).toBeDisabled();
  await field.fill('hello');
  await expect(page.getByText(/does not look like a Stripe key/)).toBeVisible();
  await expect(connect).toBeDisabled();
  await field.fill('sk_test_short');
  await connect.click();
  await expect(page.getByText(/too short/)).toBeVisible();
  await simulator.control('revokeKey', { key: KEY });
  await field.fill(KEY);
  await connect.click();
  await expect(page.getByText(/revoked|expired/i)).toBeVisible();
  await field.fill('sk_test_AnotherKeyThatWorks02');
  await connect.click();
  await expect(step.goTo(page, 'Customers')).toBeVisible();
});

test('writes, sends, is paid, refunds and exports, whatever ends the program on the way', async ({
  program,
  simulator,
}) => {
  // Where nobody asks, a payment is noticed by the next look at Stripe, a minute away at most.
  test.setTimeout(240_000);
  const again = async (how: 'quit' | 'kill') => {
    await program[how]();
    await program.start();
    await step.giveKeyAgain(program, KEY);
    await step.goTo(program.page, 'Invoices').click();
    await program.page.getByRole('row').filter({ hasText: step.CUSTOMER.name }).click();
  };

  await test.step('connects and prepares', async () => {
    await step.connect(program.page, KEY);
    await step.addCustomer(program.page);
    await step.addTaxRates(program.page);
  });

  await test.step('writes the invoice, seeing the real document', async () => {
    await step.writeInvoice(program.page);
    const preview = program.page.getByRole('complementary', { name: 'Document' });
    await expect(preview.getByText('As the customer will see it')).toBeVisible();
    await expect(preview.getByRole('img', { name: 'Preview, page 1 of 1' })).toBeVisible();
  });

  await test.step('finds the draft again after quitting', async () => {
    await again('quit');
    await expect(program.page.getByTestId('draft-total')).toHaveText(step.TOTAL);
    await expect(program.page.getByLabel('Description, line 3')).toHaveValue('Printed brochures');
  });

  await test.step('sends it, and sees it become open', async () => {
    await step.reviewAndSend(program.page);
    await expect(step.badge(program.page)).toContainText(/Queued|Sending|Open/);
    await again('kill');
    await expect(step.badge(program.page)).toContainText('Open');
    await expect(step.badge(program.page)).toContainText(step.TOTAL);
    expect(await emailsAtStripe(simulator)).toBe(1);
  });
  const [{ number = null } = {}] = await objectsAtStripe(simulator, 'invoice');
  expect(number).toMatch(/-0001$/);
  await expect(program.page.getByRole('heading', { level: 1 })).toContainText(number ?? '');

  await test.step('sees it become paid without doing anything, or by asking in the menu where there is one', async () => {
    await customerPays(simulator);
    if (program.host !== 'loopback') await program.chooseMenu('sync-now');
    await expect(step.badge(program.page)).toContainText('Paid', { timeout: 90_000 });
  });

  await test.step('refunds a part', async () => {
    await step.refund(program.page, '50');
    await again('kill');
    await expect(step.badge(program.page)).toContainText('Partially refunded');
  });

  await test.step('exports the PDF', async () => {
    const file = await step.exportPdf(program);
    expect(file.name).toBe(`Invoice-${number}-Acme-Bruckenbau-GmbH.pdf`);
    const [text = ''] = readPdf(file.bytes).pages;
    expect(text).toContain(number);
    // A customer in Germany is written to in German.
    expect(text).toMatch(/Gesamtbetrag\s+3\.947,72\s€/);
    expect(text).toContain(step.CUSTOMER.name);
  });

  await test.step('finds everything right at the next start', async () => {
    await again('quit');
    await expect(step.badge(program.page)).toContainText('Partially refunded');
    await expect(step.badge(program.page)).toContainText(step.TOTAL);
    await expect(program.page.getByText('-€50.00').first()).toBeVisible();
  });
  expect(await emailsAtStripe(simulator)).toBe(1);
  expect(await objectsAtStripe(simulator, 'invoice')).toHaveLength(1);
  expect(await objectsAtStripe(simulator, 'refund')).toHaveLength(1);
});
