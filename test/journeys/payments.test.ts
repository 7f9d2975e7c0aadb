// PaymentIntents and their seven statuses, each in words, with what is to be done; and nothing is paid before Stripe says so.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PaymentStatus } from '../../shared/contract/payments.ts';
import { paymentWords } from '../../shared/text/payment-words.ts';
import { invoice, openInvoice, stripeInvoice } from '../support/correction-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';

const DAY_MS = 86_400_000;

describe('PaymentIntents and their seven statuses; SCA; verification', () => {
  it('shows each status in words and says what to do next', async () => {
    const story = await openInvoice();
    const { program } = story;
    const stripe = dashboard(program.simulator);
    const customer = idOf(program.simulator.control.objects({ type: 'customer' })[0]);
    const money = { amount: 5_000, currency: 'eur', customer } as const;
    await stripe.paymentIntents.create({ ...money, payment_method: 'pm_card_visa' });
    await stripe.paymentIntents.create({ ...money, payment_method: 'pm_card_visa', confirm: true });
    await stripe.paymentIntents.create({
      ...money,
      allowed_payment_method_types: ['sepa_debit'],
      payment_method: 'pm_success_de',
      confirm: true,
    });
    await stripe.paymentIntents.create({
      ...money,
      payment_method: 'pm_card_authenticationRequired',
      confirm: true,
      return_url: 'https://studio.example/paid',
    });
    await stripe.paymentIntents.create({
      ...money,
      payment_method: 'pm_card_visa',
      confirm: true,
      capture_method: 'manual',
    });
    const { id } = await stripe.paymentIntents.create(money);
    await stripe.paymentIntents.cancel(id);
    await program.call('sync.now', { commandId: randomUUID() });
    await program.clock.advance(3_000);
    const { rows } = await program.call('payments.list', {
      filter: {},
      sort: { by: 'date', direction: 'desc' },
      page: { offset: 0, limit: 50 },
    });
    const standings = new Set(rows.map(({ standing }) => standing));
    expect([...standings].toSorted()).toEqual(PaymentStatus.options.toSorted());
    const words = rows.map((row) => paymentWords(row));
    expect(new Set(words.map(({ word }) => word)).size).toBe(PaymentStatus.options.length);
    const silent = rows.filter((row) => paymentWords(row).next === '').map(({ standing }) => standing);
    expect(silent).toEqual(['succeeded']);
    expect(await invoice(story)).toMatchObject({ badge: 'open', amountPaid: 0 });
  });

  it('hands what the customer must authenticate on to the payment page, and counts it when they have', async () => {
    const story = await openInvoice();
    const { program, invoiceId } = story;
    const id = stripeInvoice(story);
    const { control } = program.simulator;
    control.payInvoice({ invoice: id, outcome: 'authentication_required' });
    await program.until('it waits for the customer', async () => {
      const { payments } = await invoice(story);
      return payments[0]?.standing === 'requires_action';
    });
    expect(await invoice(story)).toMatchObject({ badge: 'open', amountPaid: 0, hasHostedPage: true });
    const { address } = await program.call('external.copyLink', { commandId: randomUUID(), invoiceId });
    expect(address).toMatch(/^https:\/\/invoice\.stripe\.com\//);
    control.payInvoice({ invoice: id, outcome: 'authentication_failed' });
    await program.until('it failed', async () => (await invoice(story)).payments[0]?.standing === 'failed');
    expect((await invoice(story)).amountPaid).toBe(0);
    control.payInvoice({ invoice: id, outcome: 'authentication_completed' });
    await program.until('it is paid', async () => (await invoice(story)).badge === 'paid');
  });

  it('shows a debit as processing for as long as the bank takes, and as failed when it fails', async () => {
    const story = await openInvoice({ simulator: { debitBusinessDays: [2, 4] } });
    const { program } = story;
    program.simulator.control.payInvoice({ invoice: stripeInvoice(story), outcome: 'sepa_fails' });
    await program.until('it is processing', async () => (await invoice(story)).badge === 'processing');
    expect((await invoice(story)).amountPaid).toBe(0);
    await program.asleep(7 * DAY_MS);
    await program.until('it failed', async () => (await invoice(story)).payments[0]?.standing === 'failed');
    expect(await invoice(story)).toMatchObject({ badge: 'open', amountPaid: 0 });
  });
});
