// Refunds and the credit notes that name them: what is given back is counted once.
import { refuse } from '../../api/failure.ts';
import type { CreditNote, Invoice, Refund } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

/** A refund, or a part of it, that a credit note stands for. */
export interface Link {
  readonly refund: string;
  readonly amount: number;
}

export function sumOf(links: readonly { readonly amount: number }[]): number {
  return links.reduce((sum, link) => sum + link.amount, 0);
}

/** The charges by which the invoice was paid. */
export function chargesOf(world: World, invoice: Invoice): readonly string[] {
  return invoice.inner.payments.flatMap((id) => {
    const intentId = world.get('invoice_payment', id).payment.payment_intent;
    const charge = intentId === undefined ? null : world.get('payment_intent', intentId).latest_charge;
    return charge === null || world.get('charge', charge).status !== 'succeeded' ? [] : [charge];
  });
}

function isLive(refund: Refund): boolean {
  return refund.status !== 'failed' && refund.status !== 'canceled';
}

/** What no credit note names yet. */
function unlinked(refund: Refund): number {
  return isLive(refund) ? refund.amount - sumOf(refund.inner.creditNotes) : 0;
}

/** What can still be given back through Stripe. */
export function refundable(world: World, invoice: Invoice): number {
  return chargesOf(world, invoice)
    .map((id) => world.get('charge', id))
    .reduce((sum, charge) => sum + charge.amount - charge.amount_refunded, 0);
}

/** Refunds that were made without a credit note use up what can still be credited. */
export function refundedAlone(world: World, invoice: Invoice): number {
  return chargesOf(world, invoice)
    .flatMap((charge) => world.get('charge', charge).inner.refunds)
    .reduce((sum, id) => sum + unlinked(world.get('refund', id)), 0);
}

interface Asked {
  readonly refund: string;
  readonly amount_refunded: number | undefined;
}

/** Refuses refunds of other invoices, refunds that came to nothing, and more than a refund gave back. */
export function linksOf(world: World, invoice: Invoice, asked: readonly Asked[]): readonly Link[] {
  const charges = chargesOf(world, invoice);
  if (new Set(asked.map(({ refund }) => refund)).size < asked.length)
    throw refuse('A refund can be named only once.', { param: 'refunds' });
  return asked.map(({ refund: id, amount_refunded: part }, index) => {
    const param = `refunds[${index}][refund]`;
    const refund = world.get('refund', id, param);
    if (refund.charge === null || !charges.includes(refund.charge))
      throw refuse(`The refund ${id} does not belong to a payment of the invoice ${invoice.id}.`, { param });
    if (!isLive(refund))
      throw refuse(`The refund ${id} has the status ${refund.status ?? 'unknown'} and cannot be credited.`, {
        param,
      });
    const left = unlinked(refund);
    const amount = part ?? left;
    if (amount <= 0 || amount > left)
      throw refuse(`Only ${left} of the refund ${id} can still be credited.`, {
        param: `refunds[${index}][amount_refunded]`,
      });
    return { refund: id, amount };
  });
}

export function shownLink({ refund, amount }: Link): CreditNote['refunds'][number] {
  return { amount_refunded: amount, payment_record_refund: null, refund, type: 'refund' };
}

export function linkTo(world: World, note: string, { refund: id, amount }: Link): void {
  const refund = world.get('refund', id);
  world.put('refund', {
    ...refund,
    inner: { creditNotes: [...refund.inner.creditNotes, { note, amount }] },
  });
}
