import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { chargeInvoice, chargeOptions, customerMethods } from '../../../main/invoicing/charge-invoice.ts';
import { retryOperation } from '../../../main/invoicing/operations.ts';
import { stepsOf, updateStep } from '../../../main/store/outbox.ts';
import { Refusal } from '../../../main/refusal.ts';
import { calls } from '../../../shared/contract/calls.ts';
import type { StripeObject } from '../../../main/stripe/request.ts';
import { applyAll } from '../../support/mirror.ts';
import * as objects from '../../support/stripe-objects.ts';
import { commandContext, type TestContext } from '../../support/command-context.ts';

const method = (id: string, fields: object = {}): StripeObject => ({
  id,
  object: 'payment_method',
  type: 'card',
  customer: 'cus_1',
  card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030 },
  created: objects.NOON,
  ...fields,
});

let context: TestContext;
const told = (...news: readonly StripeObject[]): unknown => applyAll(context.db, news);

beforeEach(() => {
  context = commandContext();
  told(
    objects.customer('cus_1', { invoice_settings: { default_payment_method: 'pm_2' } }),
    objects.invoice('in_1'),
    method('pm_1'),
    method('pm_2', { card: { brand: 'amex', last4: '0005', exp_month: 1, exp_year: 2024 }, created: 1 }),
    method('pm_3', { type: 'sepa_debit', card: null, sepa_debit: { last4: '3000' } }),
    method('pm_other', { customer: 'cus_2' }),
  );
});

const OWED = { amount: 10_710, currency: 'eur' };
const charge = (over: object = {}) =>
  chargeInvoice(context, {
    commandId: randomUUID(),
    invoiceId: 'in_1',
    methodId: 'pm_1',
    amount: OWED,
    ...over,
  });
const refusal = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.error;
    throw error;
  }
  throw new Error('It was accepted');
};
const options = () => calls['charges.options'].output.parse(chargeOptions(context, { invoiceId: 'in_1' }));

describe('what can be charged', () => {
  it('is what the customer has saved, the default first, with until when it is good', () => {
    expect(options()).toMatchObject({ amount: OWED, refusal: null });
    expect(options().methods).toEqual([
      {
        id: 'pm_2',
        type: 'card',
        label: 'American Express •••• 0005',
        expires: '2024-01',
        isExpired: true,
        isDefault: true,
        refusal: null,
      },
      expect.objectContaining({ id: 'pm_1', expires: '2030-12', isExpired: false, isDefault: false }),
      expect.objectContaining({ id: 'pm_3', label: 'SEPA debit •••• 3000', expires: null }),
    ]);
    expect(customerMethods(context, { id: 'cus_1' }).methods).toHaveLength(3);
  });

  it('is no longer what was detached', () => {
    told(method('pm_1', { customer: null }));
    expect(options().methods.map(({ id }) => id)).toEqual(['pm_2', 'pm_3']);
  });

  it('says why an account cannot be debited in another currency', () => {
    told(objects.invoice('in_1', { currency: 'usd' }));
    const debit = options().methods.find(({ id }) => id === 'pm_3');
    expect(debit?.refusal).toBe('SEPA direct debit takes EUR only, and this is in USD.');
    expect(refusal(() => charge({ methodId: 'pm_3', amount: { ...OWED, currency: 'usd' } }))).toMatchObject({
      kind: 'invalid-input',
    });
  });
});

describe('a charge', () => {
  it('is left in the outbox with exactly what was accepted, once', () => {
    const commandId = randomUUID();
    const first = charge({ commandId });
    expect(charge({ commandId })).toEqual(first);
    const steps = stepsOf(context.db, first.operationId ?? '');
    expect(steps.map(({ intent }) => intent)).toEqual([
      {
        operation: 'invoices.pay',
        target: { $ref: 'invoice', id: 'in_1' },
        params: { payment_method: 'pm_1', off_session: true },
        expectTotal: OWED,
      },
    ]);
    expect(context.db.all('SELECT id FROM operation')).toHaveLength(1);
  });

  it('is refused while another one is under way', () => {
    charge();
    expect(refusal(() => charge())).toMatchObject({ kind: 'wrong-state', code: 'busy' });
  });

  it('is refused while a payment is being processed, which it could double', () => {
    told(
      objects.invoicePayment('inpay_1', 'in_1', 'pi_1', { status: 'open', amount_paid: null }),
      objects.paymentIntent('pi_1', null, { status: 'processing', amount_received: 0 }),
    );
    expect(options().refusal).toContain('still being processed');
    expect(refusal(() => charge())).toMatchObject({ kind: 'wrong-state' });
  });

  it.each([
    ['paid', objects.paidInvoice('in_1')],
    ['void', objects.invoice('in_1', { status: 'void' })],
  ])('is refused when the invoice is %s', (code, invoice) => {
    told(invoice);
    expect(refusal(() => charge())).toMatchObject({ kind: 'wrong-state', code });
  });

  it('is refused when what is owed has changed since', () => {
    told(objects.invoice('in_1', { amount_paid: 710, amount_remaining: 10_000 }));
    expect(refusal(() => charge())).toMatchObject({ kind: 'wrong-state', code: 'amount-changed' });
  });

  it('is refused to a card of somebody else', () => {
    expect(refusal(() => charge({ methodId: 'pm_other' }))).toMatchObject({ kind: 'invalid-input' });
    expect(context.db.all('SELECT id FROM outbox')).toEqual([]);
  });
});

describe('a charge that the bank refused', () => {
  const fail = (id: string): void => {
    const [step] = stepsOf(context.db, id);
    if (!step) throw new Error('There is no step');
    updateStep(context.db, step, {
      state: 'failed',
      attempts: 1,
      error: { code: 'insufficient_funds', message: 'No.' },
    });
    context.db.run("UPDATE operation SET state = 'failed' WHERE id = ?", [id]);
  };

  it('is tried again under a new key, with Stripe’s clock of now', () => {
    const { operationId } = charge();
    fail(operationId ?? '');
    context.floor = 2_000_000_000;
    retryOperation(context, { commandId: randomUUID(), id: operationId ?? '' });
    const [step] = stepsOf(context.db, operationId ?? '');
    expect(step).toMatchObject({ state: 'queued', generation: 2, floor: 2_000_000_000, attempts: 0 });
  });

  it('makes room for a charge of another card', () => {
    fail(charge().operationId ?? '');
    expect(charge({ methodId: 'pm_2' }).operationId).not.toBeNull();
    expect(context.db.all('SELECT state FROM operation ORDER BY seq')).toEqual([
      { state: 'canceled' },
      { state: 'queued' },
    ]);
  });

  it('needs nobody any more once the invoice is paid', () => {
    fail(charge().operationId ?? '');
    told(objects.paidInvoice('in_1'));
    expect(context.db.all('SELECT state FROM operation')).toEqual([{ state: 'canceled' }]);
    expect(context.db.all('SELECT state FROM outbox')).toEqual([{ state: 'canceled' }]);
  });
});
