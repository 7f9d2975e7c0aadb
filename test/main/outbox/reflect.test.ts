// What operations make visible on the things they work on, from the click on.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../main/invoicing/command-context.ts';
import { cancelOperation } from '../../../main/invoicing/operations.ts';
import { refundPayment } from '../../../main/invoicing/refund-payment.ts';
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
    cancelOperation(context, { commandId: randomUUID(), id: operationId });
    expect(standing(context)).toBe('paid');
  });
});
