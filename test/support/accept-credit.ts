// Credit notes and their voids as they are left in the outbox by a click.
import { planCreditNote, planCreditNoteVoid } from '../../main/outbox/plan-credit-note.ts';
import { stepMark } from '../../main/outbox/step.ts';
import { insertCreditNote } from '../../main/store/credit-basis.ts';
import { insertRefund } from '../../main/store/refunds.ts';
import { idOf } from './id-of.ts';
import type { OutboxBench } from './outbox-bench.ts';

const seconds = (bench: OutboxBench): number => Math.floor(bench.clock.now() / 1000);

export interface NoteAsked {
  /** The payment that ten euros go back to; null takes them off what is owed. */
  readonly paymentId: string | null;
  /** As where an invoice was paid by several payments. */
  readonly isOwnStep?: boolean;
  readonly total?: number;
}

/** Credits ten euros of `draft_1`. */
export function acceptCreditNote(
  bench: OutboxBench,
  { paymentId, isOwnStep = false, total = 1000 }: NoteAsked,
): string {
  const [invoice] = bench.simulator.control.objects({ type: 'invoice' });
  return bench.accept((operationId) => {
    const plan = planCreditNote({
      operationId,
      invoiceId: 'draft_1',
      label: 'invoice A-1',
      currency: 'eur',
      total,
      what: { amount: 1000 },
      refund: paymentId === null ? null : { paymentId, amount: 1000, isOwnStep },
      earlierRefunds: [],
      toBalance: 0,
      outside: 0,
      reason: 'order_change',
      memo: '',
      email: false,
    });
    const common = { currency: 'eur', amount: 1000, created: seconds(bench), day: '2026-06-15' };
    insertCreditNote(bench.db, {
      ...common,
      id: operationId,
      operationMark: stepMark(operationId, plan.steps.length),
      invoiceStripeId: idOf(invoice),
      reason: 'order_change',
      memo: '',
      prePayment: paymentId === null ? 1000 : 0,
      postPayment: paymentId === null ? 0 : 1000,
      refunded: paymentId === null ? 0 : 1000,
      toBalance: 0,
      outside: 0,
    });
    if (paymentId !== null) {
      insertRefund(bench.db, {
        ...common,
        id: operationId,
        operationMark: stepMark(operationId, 1),
        paymentId,
        chargeId: null,
        reason: 'requested_by_customer',
        note: '',
      });
    }
    return plan;
  });
}

/** Takes a credit note back. */
export function acceptCreditNoteVoid(bench: OutboxBench, creditNoteStripeId: string): string {
  return bench.accept(() =>
    planCreditNoteVoid({
      invoiceId: 'draft_1',
      creditNoteStripeId,
      number: 'A-1-CN-01',
      total: 1000,
      currency: 'eur',
    }),
  );
}
