// Transfers by customers: where they go, what they pay, and what becomes of too little or too much.
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
} from './subject.ts';
import type { Subject } from './subject.ts';
import type Stripe from 'stripe';

async function openFor(
  { stripe }: Subject,
  amount = 10_000,
  customer?: string,
): Promise<{ readonly id: string; readonly customer: string; readonly number: string }> {
  const owner = customer ?? (await createCustomer(stripe));
  const invoice = await createOpen(stripe, amount, {
    customer: owner,
    payment_settings: { payment_method_types: ['customer_balance'] },
  });
  return { id: invoice.id, customer: owner, number: invoice.number ?? '' };
}

describe('a transfer', () => {
  // Source: docs.stripe.com/payments/customer-balance; SDK CustomerCashBalanceTransactions.d.ts.
  test('that arrives in full pays the invoice out of the cash balance', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id, customer, number } = await openFor(subject);
    control.payInvoice({ invoice: id, outcome: 'bank_transfer' });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', amount_paid: 10_000 });
    const intent = await intentOf(stripe, id);
    const charge = await stripe.charges.retrieve(idOf(intent.latest_charge));
    expect(charge).toMatchObject({ paid: true, payment_method_details: { type: 'customer_balance' } });
    expect(charge.id).toMatch(/^py_/);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer);
    expect(data).toMatchObject([
      { type: 'applied_to_payment', net_amount: -10_000, applied_to_payment: { payment_intent: intent.id } },
      { type: 'funded', net_amount: 10_000, funded: { bank_transfer: { reference: number } } },
    ]);
    expect(await stripe.customers.retrieveCashBalanceTransaction(customer, data[0]?.id ?? '')).toEqual(
      data[0],
    );
    const types = await eventTypes(stripe);
    expect(types).toEqual(
      expect.arrayContaining([
        'customer_cash_balance_transaction.created',
        'invoice.paid',
        'charge.succeeded',
      ]),
    );
    expect(types).not.toContain('cash_balance.funds_available');
  });

  // Source: docs.stripe.com/payments/bank-transfers/accept-a-payment: invoices are not partially funded and stay open until the money covers them.
  test('that is too small waits on the cash balance until the rest arrives', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id, customer } = await openFor(subject);
    control.payInvoice({ invoice: id, outcome: 'bank_transfer_part', amount: 4000 });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: 'open',
      amount_paid: 0,
      amount_remaining: 10_000,
    });
    expect(await stripe.customers.retrieveCashBalance(customer)).toMatchObject({
      available: { eur: 4000 },
      settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
    });
    expect(await eventTypes(stripe)).toContain('cash_balance.funds_available');
    control.payInvoice({ invoice: id, outcome: 'bank_transfer' });
    expect((await stripe.invoices.retrieve(id)).status).toBe('paid');
    expect((await stripe.customers.retrieveCashBalance(customer)).available).toEqual({ eur: 0 });
  });

  // Source: stripe.md 2.4 (partial payments); the other answer to what is not known.
  test('under the other rule pays a part of the invoice', async () => {
    const subject = createSubject({ rules: { bankTransferPart: 'applied' } });
    const { stripe, control } = subject;
    const { id } = await openFor(subject);
    control.payInvoice({ invoice: id, outcome: 'bank_transfer_part', amount: 4000 });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({
      status: 'open',
      amount_paid: 4000,
      amount_remaining: 6000,
    });
    const { data } = await stripe.invoicePayments.list({ invoice: id });
    expect(data.map(({ amount_requested: asked, status }) => [asked, status])).toEqual([
      [4000, 'paid'],
      [6000, 'open'],
    ]);
    expect(await intentOf(stripe, id)).toMatchObject({ amount: 6000 });
  });

  // Source: docs.stripe.com/payments/bank-transfers/accept-a-payment: what is too much stays on the cash balance.
  test('that is too much leaves the rest on the cash balance, and the next invoice is paid with it', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id, customer } = await openFor(subject);
    control.payInvoice({ invoice: id, outcome: 'bank_transfer_too_much', amount: 12_500 });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', amount_overpaid: 0 });
    expect((await stripe.customers.retrieve(customer, { expand: ['cash_balance'] })) as object).toMatchObject(
      {
        balance: 0,
        cash_balance: { available: { eur: 2500 } },
      },
    );
    const next = await openFor(subject, 2500, customer);
    expect((await stripe.invoices.retrieve(next.id)).status).toBe('paid');
  });

  // Source: docs.stripe.com/payments/customer-balance/reconciliation (exact sums first, then the oldest; not 30 days after due).
  test('goes to what it names, to what it matches, then to the oldest', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const first = await openFor(subject, 10_000);
    const second = await openFor(subject, 7000, first.customer);
    const third = await openFor(subject, 10_000, first.customer);
    const statuses = (): Promise<readonly (string | null)[]> =>
      Promise.all([first, second, third].map(async ({ id }) => (await stripe.invoices.retrieve(id)).status));
    const transfer = (amount: number, reference?: string): void =>
      control.transfer({
        customer: first.customer,
        currency: 'eur',
        amount,
        ...(reference === undefined ? {} : { reference }),
      });
    transfer(7000);
    expect(await statuses()).toEqual(['open', 'paid', 'open']);
    transfer(10_000, `Rechnung ${third.number}`);
    expect(await statuses()).toEqual(['open', 'paid', 'paid']);
    control.advance({ ms: 60 * DAY });
    transfer(11_000);
    expect(await statuses()).toEqual(['open', 'paid', 'paid']);
  });

  test('waits for the business when it wants to decide itself', async () => {
    const subject = createSubject();
    const { stripe, control } = subject;
    const { id, customer } = await openFor(subject);
    await stripe.customers.updateCashBalance(customer, { settings: { reconciliation_mode: 'manual' } });
    control.transfer({ customer, currency: 'eur', amount: 10_000 });
    expect((await stripe.invoices.retrieve(id)).status).toBe('open');
  });

  // Source: SDK TestHelpers/Customers.d.ts, FundingInstructions.d.ts.
  test('goes to an account that is the customer’s own', async () => {
    const { stripe } = createSubject();
    const [one, two] = [await createCustomer(stripe), await createCustomer(stripe)];
    const ibanFor = async (customer: string): Promise<string> => {
      const { bank_transfer: transfer } = await stripe.customers.createFundingInstructions(customer, {
        currency: 'eur',
        funding_type: 'bank_transfer',
        bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
      });
      return transfer.financial_addresses[0]?.iban?.iban ?? '';
    };
    const iban = await ibanFor(one);
    expect(iban).toMatch(/^DE\d{20}$/);
    expect(BigInt(`${iban.slice(4)}1314${iban.slice(2, 4)}`) % 97n).toBe(1n);
    expect(await ibanFor(one)).toBe(iban);
    expect(await ibanFor(two)).not.toBe(iban);
    const funded = await stripe.testHelpers.customers.fundCashBalance(one, { amount: 500, currency: 'eur' });
    expect(funded).toMatchObject({ type: 'funded', ending_balance: 500 });
    expect(
      await refusal(stripe.testHelpers.customers.fundCashBalance(one, { amount: 500, currency: 'sek' })),
    ).toMatchObject({ statusCode: 400, param: 'currency' });
  });

  // Source: SDK PaymentIntents.d.ts NextAction.DisplayBankTransferInstructions.
  test.each(['requires_payment_method', 'requires_action'] as const)(
    'is waited for by an intent that %s',
    async (bankTransferIntent) => {
      const subject = createSubject({ rules: { bankTransferIntent } });
      const { stripe, control } = subject;
      const { id } = await openFor(subject);
      const intent = await intentOf(stripe, id);
      expect(intent.status).toBe(bankTransferIntent);
      expect(intent.next_action?.type).toBe(
        bankTransferIntent === 'requires_action' ? 'display_bank_transfer_instructions' : undefined,
      );
      control.payInvoice({ invoice: id, outcome: 'bank_transfer' });
      expect(await intentOf(stripe, id)).toMatchObject({ status: 'succeeded', next_action: null });
    },
  );
});

describe('paid too much', () => {
  // Source: SDK Invoices.d.ts amount_overpaid ("credited to the customer's credit balance"), CustomerBalanceTransactions.d.ts, Events.d.ts invoice.overpaid.
  test.each([
    ['all', 12_000],
    ['due', 10_000],
  ] as const)(
    'by an attached payment becomes credit; amount_paid is %s',
    async (overpaidAmountPaid, paid) => {
      const { stripe } = createSubject({ rules: { overpaidAmountPaid } });
      const customer = await createCustomer(stripe);
      const open = await createOpen(stripe, 10_000, { customer });
      const attach = async (amount: number): Promise<Stripe.Invoice> => {
        const intent = await stripe.paymentIntents.create({
          amount,
          currency: 'eur',
          customer,
          payment_method: 'pm_card_visa',
          confirm: true,
        });
        return stripe.invoices.attachPayment(open.id, { payment_intent: intent.id });
      };
      expect(await attach(7000)).toMatchObject({ status: 'open', amount_overpaid: 0 });
      expect(await attach(5000)).toMatchObject({
        status: 'paid',
        amount_overpaid: 2000,
        amount_paid: paid,
        amount_remaining: 0,
      });
      expect(await stripe.customers.retrieve(customer)).toMatchObject({ balance: -2000 });
      expect((await stripe.customers.listBalanceTransactions(customer)).data).toMatchObject([
        { type: 'invoice_overpaid', amount: -2000, invoice: open.id },
      ]);
      expect((await eventTypes(stripe)).filter((type) => type === 'invoice.overpaid')).toHaveLength(1);
    },
  );
});
