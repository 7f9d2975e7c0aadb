// What a customer does about an invoice, as the demo's "pay as the customer" and the tests let it happen.
import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import {
  createCustomer,
  createOpen,
  createSubject,
  DAY,
  eventTypes,
  idOf,
  intentOf,
  refusal,
  type Subject,
} from './subject.ts';

/** An open invoice that can be paid by card, debit and transfer. */
async function openFor(
  { stripe }: Subject,
  types: readonly string[] = ['card', 'sepa_debit', 'customer_balance'],
): Promise<{ readonly id: string; readonly customer: string }> {
  const customer = await createCustomer(stripe);
  const { id } = await createOpen(stripe, 10_000, {
    customer,
    payment_settings: { payment_method_types: [...types] },
  });
  return { id, customer };
}

describe('on the hosted page', () => {
  // Source: mission.md "Test cards"; docs.stripe.com/payments/3d-secure/authentication-flow.
  test.each([
    ['authentication_completed', 'paid', 'succeeded'],
    ['authentication_failed', 'open', 'requires_payment_method'],
    ['authentication_required', 'open', 'requires_action'],
  ] as const)('%s leaves the invoice %s', async (outcome, invoiceStatus, intentStatus) => {
    const { stripe, control } = createSubject();
    const { id } = await createOpen(stripe);
    const { declined } = control.payInvoice({ invoice: id, outcome });
    expect(declined).toBe(
      outcome === 'authentication_failed' ? 'payment_intent_authentication_failure' : null,
    );
    expect((await stripe.invoices.retrieve(id)).status).toBe(invoiceStatus);
    expect((await intentOf(stripe, id)).status).toBe(intentStatus);
    expect(await eventTypes(stripe)).toContain('invoice.payment_action_required');
  });

  test('authentication that was left undone is completed later, with the card that asked for it', async () => {
    const { stripe, control } = createSubject();
    const { id } = await createOpen(stripe);
    control.payInvoice({ invoice: id, outcome: 'authentication_required' });
    control.advance({ ms: DAY });
    const { payment_method: method } = await intentOf(stripe, id);
    control.payInvoice({ invoice: id, outcome: 'authentication_completed' });
    const { latest_charge: charge } = await intentOf(stripe, id);
    expect(await stripe.charges.retrieve(idOf(charge))).toMatchObject({
      paid: true,
      payment_method: method,
      payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } },
    });
  });

  // Source: docs.stripe.com/error-codes (payment_intent_authentication_failure); no charge is made.
  test('authentication that failed leaves no charge', async () => {
    const { stripe, control } = createSubject();
    const { id } = await createOpen(stripe);
    control.payInvoice({ invoice: id, outcome: 'authentication_failed' });
    expect((await stripe.charges.list()).data).toEqual([]);
    expect(await intentOf(stripe, id)).toMatchObject({
      last_payment_error: { code: 'payment_intent_authentication_failure', type: 'invalid_request_error' },
      payment_method: null,
      next_action: null,
    });
    expect(await eventTypes(stripe)).toContain('payment_intent.payment_failed');
  });

  test('only what the invoice offers is possible, and nothing once it is paid or processing', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const dollars = await createOpen(stripe, 10_000, { currency: 'usd' });
    expect(control.outcomes({ invoice: dollars.id })).toContain('lost_card');
    expect(control.outcomes({ invoice: dollars.id })).not.toContain('sepa_fails');
    expect(() => control.payInvoice({ invoice: dollars.id, outcome: 'sepa_processing' })).toThrow(
      'not allowed',
    );
    expect(() => control.payInvoice({ invoice: dollars.id, outcome: 'bank_transfer' })).toThrow(
      'does not wait for a bank transfer',
    );
    const { id } = await openFor(subject, ['customer_balance']);
    expect(control.outcomes({ invoice: id })).toEqual([
      'bank_transfer',
      'bank_transfer_part',
      'bank_transfer_too_much',
    ]);
    control.payInvoice({ invoice: id });
    expect((await stripe.invoices.retrieve(id)).status).toBe('paid');
    expect(control.outcomes({ invoice: id })).toEqual([]);
    const debited = await openFor(subject);
    control.payInvoice({ invoice: debited.id, outcome: 'sepa_processing' });
    expect(control.outcomes({ invoice: debited.id })).toEqual([]);
  });

  // Source: mission.md "SEPA debit" (2-4 business days); docs.stripe.com/payments/sepa-debit.
  test('with real banks a debit takes two to four business days', async () => {
    const { stripe, control } = createSubject({ debitBusinessDays: [2, 4] });
    const { id } = await createOpen(stripe);
    // A Thursday: two business days later is Monday.
    control.advance({ ms: 3 * DAY });
    control.payInvoice({ invoice: id, outcome: 'sepa_processing' });
    control.advance({ ms: 3 * DAY + 23 * 3_600_000 });
    expect((await intentOf(stripe, id)).status).toBe('processing');
    control.advance({ ms: 3 * DAY });
    expect((await stripe.invoices.retrieve(id)).status).toBe('paid');
  });
});

describe('ways to pay', () => {
  const why = 'Payments with sepa_debit support the following currencies: eur.';
  const dollarDebit = async ({ stripe }: Subject): Promise<Stripe.Invoice> =>
    stripe.invoices.create({
      customer: await createCustomer(stripe),
      currency: 'usd',
      collection_method: 'send_invoice',
      days_until_due: 14,
      payment_settings: { payment_method_types: ['card', 'sepa_debit'] },
    });

  // Source: stripe.md 8 (SEPA requires EUR); wording of a refused payment intent [3P].
  test('a debit in dollars is refused when the invoice is finalized', async () => {
    const subject = createSubject();
    const { stripe } = subject;
    const { id } = await dollarDebit(subject);
    await stripe.invoices.addLines(id, { lines: [{ description: 'Design', amount: 1000 }] });
    expect((await refusal(stripe.invoices.finalizeInvoice(id))).message).toContain(why);
    const after = await stripe.invoices.retrieve(id);
    expect(after).toMatchObject({ status: 'draft', last_finalization_error: { param: expect.any(String) } });
    expect(await eventTypes(stripe)).toContain('invoice.finalization_failed');
    await stripe.invoices.update(id, { payment_settings: { payment_method_types: ['card'] } });
    expect(await stripe.invoices.finalizeInvoice(id)).toMatchObject({
      status: 'open',
      last_finalization_error: null,
    });
  });

  test('under the other rule a debit in dollars is refused at once', async () => {
    const subject = createSubject({ rules: { foreignMethodRefused: 'when_set' } });
    expect((await refusal(dollarDebit(subject))).message).toContain(why);
  });

  test('a way to pay that the account does not have is refused at once', async () => {
    const { stripe } = createSubject();
    const draft = await stripe.invoices.create({
      customer: await createCustomer(stripe),
      collection_method: 'send_invoice',
      days_until_due: 14,
    });
    const error = await refusal(
      stripe.invoices.update(draft.id, { payment_settings: { payment_method_types: ['card', 'cowrie'] } }),
    );
    expect(error).toMatchObject({ statusCode: 400, param: 'payment_settings[payment_method_types][1]' });
  });

  // Source: SDK Invoices.d.ts PaymentSettings.PaymentMethodOptions.
  test('what is settled for transfers stays with the invoice', async () => {
    const { stripe } = createSubject();
    const invoice = await createOpen(stripe, 1000, {
      payment_settings: {
        payment_method_types: ['customer_balance'],
        payment_method_options: {
          customer_balance: {
            funding_type: 'bank_transfer',
            bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
          },
        },
      },
    });
    expect(invoice.payment_settings).toMatchObject({
      payment_method_types: ['customer_balance'],
      payment_method_options: {
        card: null,
        customer_balance: {
          funding_type: 'bank_transfer',
          bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
        },
      },
    });
  });
});
