// What goes wrong in the history of the demo company, and how it is put right.
import { closeDispute } from '../resources/disputes/decide.ts';
import { openDispute } from '../resources/disputes/open.ts';
import { settled } from '../resources/payments/charges.ts';
import type { World } from '../world/world.ts';
import { call, idOf } from './calls.ts';
import { issue } from './invoices.ts';
import { chargeOf, isOpen, payThroughStripe } from './payments.ts';
import { DAY, type Stage } from './stage.ts';

export function refund({ world, dice, timeline }: Stage, invoice: string, at: number, whole: boolean): void {
  timeline.add(at, () => {
    const charge = chargeOf(world, invoice);
    if (charge === null) return;
    const { amount } = world.get('charge', charge);
    const part = Math.max(1, Math.round((amount * dice.between(1, 6)) / 10));
    call(world, 'POST', '/v1/refunds', {
      charge,
      amount: whole ? undefined : part,
      reason: 'requested_by_customer',
    });
  });
}

export function dispute({ world, dice, timeline }: Stage, invoice: string, at: number): void {
  timeline.add(at, () => {
    const charge = chargeOf(world, invoice);
    if (charge === null) return;
    const { id } = openDispute(world, settled(world, charge), {
      reason: dice.pick(['product_not_received', 'fraudulent', 'product_unacceptable']),
    });
    const answered = at + dice.between(2, 8) * DAY;
    const has = (status: string): boolean => world.get('dispute', id).status === status;
    timeline.add(
      answered,
      () =>
        has('needs_response') &&
        call(world, 'POST', `/v1/disputes/${id}`, {
          evidence: { product_description: 'Printed matter as approved by the customer in writing.' },
          submit: true,
        }),
    );
    const verdict = dice.happens(0.5) ? 'won' : 'lost';
    timeline.add(
      answered + dice.between(30, 55) * DAY,
      () => has('under_review') && closeDispute(world, world.get('dispute', id), verdict),
    );
  });
}

/** A credit note with its refund for one line of a paid invoice. */
export function creditPaid({ world, timeline }: Stage, invoice: string, at: number): void {
  timeline.add(at, () => {
    if (chargeOf(world, invoice) === null || world.get('invoice', invoice).status !== 'paid') return;
    const line = world.get('invoice', invoice).inner.lines[0] ?? '';
    const lines = [
      { type: 'invoice_line_item', invoice_line_item: line, amount: world.get('line_item', line).amount },
    ];
    const back = creditOf(world, line);
    if (back <= 0) return;
    call(world, 'POST', '/v1/credit_notes', {
      invoice,
      lines,
      refund_amount: back,
      reason: 'product_unsatisfactory',
      email_type: 'none',
    });
  });
}

/** What a line cost with its taxes and after its discounts. */
function creditOf(world: World, line: string): number {
  const { amount, discount_amounts: discounts, taxes } = world.get('line_item', line);
  const off = (discounts ?? []).reduce((sum, discount) => sum + discount.amount, 0);
  const added = (taxes ?? [])
    .filter((tax) => tax.tax_behavior === 'exclusive')
    .reduce((sum, tax) => sum + tax.amount, 0);
  return amount - off + added;
}

export function creditOpen({ world, timeline }: Stage, invoice: string, at: number): void {
  timeline.add(at, () => {
    if (!isOpen(world, invoice)) return;
    const amount = Math.floor(world.get('invoice', invoice).amount_remaining / 10);
    if (amount > 0)
      call(world, 'POST', '/v1/credit_notes', {
        invoice,
        amount,
        reason: 'order_change',
        memo: 'Reduced as agreed',
        email_type: 'none',
      });
  });
}

export function revise(stage: Stage, invoice: string, at: number, paidAt: number): void {
  const { world, timeline } = stage;
  timeline.add(at, () => {
    if (!isOpen(world, invoice)) return;
    const revision = idOf(
      call(world, 'POST', '/v1/invoices', {
        from_invoice: { action: 'revision', invoice },
        days_until_due: 14,
        description: 'Corrected: address and quantities.',
      }),
    );
    issue(world, revision);
    payThroughStripe(stage, revision, paidAt);
  });
}
