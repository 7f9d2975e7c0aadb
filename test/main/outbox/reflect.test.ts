// What operations make visible on the things they work on, from the click on.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../main/invoicing/command-context.ts';
import { createTaxRate } from '../../../main/invoicing/create-tax-rate.ts';
import { cancelOperation, resolveOperation } from '../../../main/invoicing/operations.ts';
import { refundPayment } from '../../../main/invoicing/refund-payment.ts';
import { reflect } from '../../../main/outbox/reflect.ts';
import { countOperations, stepsOf, updateStep } from '../../../main/store/outbox.ts';
import { listTaxRates } from '../../../main/store/tax-rates.ts';
import { NOW, useContext as contextOver } from '../../support/use-context.ts';

/** Books with one invoice that was paid by one payment of 100 euros. */
function paidBooks(): CommandContext {
  const context = contextOver();
  const { db } = context;
  db.run(
    `INSERT INTO invoice (id, stripe_id, number_sort, status, customer_sort, currency, total, amount_due, amount_paid, issue_day, created)
     VALUES ('in_1', 'in_1', '', 'paid', '', 'eur', 10000, 10000, 10000, '2026-03-15', ?)`,
    [NOW],
  );
  db.run(
    `INSERT INTO invoice_payment (id, invoice_stripe_id, payment_id, amount_paid, status, created) VALUES ('inpay_1', 'in_1', 'pi_1', 10000, 'paid', ?)`,
    [NOW],
  );
  db.run(
    `INSERT INTO payment (id, invoice_stripe_id, status, currency, amount, amount_received, amount_refunded, created, day)
     VALUES ('pi_1', 'in_1', 'succeeded', 'eur', 10000, 10000, 0, ?, '2026-03-15')`,
    [NOW],
  );
  return { ...context, stripeFloor: () => NOW };
}

const standing = ({ db }: CommandContext): unknown =>
  db.get<{ standing: string }>("SELECT standing FROM invoice WHERE id = 'in_1'")?.standing;

describe('a tax rate that Stripe refused', () => {
  it('can be given up, and then is offered no more', () => {
    const context = paidBooks();
    const { db } = context;
    const { operationId } = createTaxRate(context, {
      commandId: randomUUID(),
      name: 'VAT',
      percentage: '19',
      inclusive: false,
      country: 'DE',
    });
    const id = operationId ?? '';
    const [step] = stepsOf(db, id);
    if (!step) throw new Error('A tax rate is one step');
    updateStep(db, step, { state: 'failed', error: { code: null, message: 'No.' } });
    reflect(db, id, NOW, context.changes);
    expect(listTaxRates(db, false)).toMatchObject([{ state: 'failed' }]);
    const decision = { commandId: randomUUID(), id, decision: 'discard' } as const;
    resolveOperation(context, decision);
    expect(listTaxRates(db, false)).toEqual([]);
    expect(countOperations(db)).toEqual({ active: 0, needPerson: 0 });
  });
});

describe('a refund', () => {
  it('shows on its invoice from the click, and no longer once it was taken back', () => {
    const context = paidBooks();
    const { operationId } = refundPayment(context, {
      commandId: randomUUID(),
      paymentId: 'pi_1',
      amount: { amount: 4000, currency: 'eur' },
      reason: 'requested_by_customer',
      note: '',
    });
    expect(standing(context)).toBe('refund-pending');
    expect(context.changes.events()).toContainEqual({ kind: 'changed', topic: 'invoice', ids: ['in_1'] });
    cancelOperation(context, { commandId: randomUUID(), id: operationId ?? '' });
    expect(standing(context)).toBe('paid');
  });
});
