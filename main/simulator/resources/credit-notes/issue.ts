// Issues credit notes: first less to pay, then money back by refund, to the balance or outside Stripe.
import { refuse } from '../../api/failure.ts';
import { changeMetadata, metadata } from '../../api/common-params.ts';
import {
  clearable,
  integer,
  list,
  naturalNumber,
  object,
  oneOf,
  optional,
  required,
  text,
  type Parsed,
} from '../../api/params.ts';
import { emit } from '../../world/events.ts';
import type { CreditNote, Invoice } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { adjustBalance } from '../customer-balance.ts';
import { becomePaid, cancelOpenPayments, owe } from '../invoices/paid.ts';
import { shownTax } from '../invoices/recalculate.ts';
import { refundCharge } from '../refunds/create.ts';
import { creditedBefore } from './before.ts';
import { computeCredit, creditLineRule } from './compute.ts';
import {
  chargesOf,
  linksOf,
  linkTo,
  refundable,
  refundedAlone,
  shownLink,
  sumOf,
  type Link,
} from './links.ts';

export const createFields = {
  amount: optional(naturalNumber),
  credit_amount: optional(naturalNumber),
  effective_at: optional(integer),
  email_type: optional(oneOf('credit_note', 'none')),
  invoice: required(text()),
  lines: optional(list(creditLineRule)),
  memo: clearable(text()),
  metadata: clearable(metadata),
  out_of_band_amount: optional(naturalNumber),
  reason: optional(oneOf('duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory')),
  refund_amount: optional(naturalNumber),
  refunds: optional(
    list(
      object({
        refund: required(text()),
        amount_refunded: optional(naturalNumber),
        type: optional(oneOf('refund')),
      }),
      20,
    ),
  ),
};
export type CreateParams = Parsed<typeof createFields>;

interface Split {
  readonly pre: number;
  readonly post: number;
}

function splitOf(world: World, invoice: Invoice, total: number, links: readonly Link[]): Split {
  const left =
    invoice.total - creditedBefore(world, invoice) - (refundedAlone(world, invoice) - sumOf(links));
  if (total <= 0) throw refuse('The credit note amount must be greater than 0.', { param: 'amount' });
  if (total > left)
    throw refuse(`The credit note amount (${total}) is more than what can still be credited (${left}).`, {
      param: 'amount',
    });
  const pre = invoice.status === 'paid' ? 0 : Math.min(invoice.amount_remaining, total);
  return { pre, post: total - pre };
}

function refuseUnfitSum(params: CreateParams, links: readonly Link[], post: number): void {
  const sum =
    (params.refund_amount ?? 0) +
    (params.credit_amount ?? 0) +
    (params.out_of_band_amount ?? 0) +
    sumOf(links);
  if (sum !== post) {
    throw refuse(
      `The sum of credit_amount, refund_amount, refunds and out_of_band_amount (${sum}) must equal the post payment amount of the credit note (${post}).`,
      { param: 'refund_amount' },
    );
  }
}

function refuseTooLargeRefund(world: World, invoice: Invoice, amount: number): void {
  const left = refundable(world, invoice);
  if (amount > left)
    throw refuse(`Only ${left} of ${amount} can be refunded through Stripe.`, { param: 'refund_amount' });
}

function creditedInvoice(world: World, id: string): Invoice {
  const invoice = world.get('invoice', id, 'invoice');
  if (invoice.status === 'open' || invoice.status === 'paid' || invoice.status === 'uncollectible')
    return invoice;
  throw refuse(
    `You can only create a credit note for a finalized invoice. This invoice is ${invoice.status ?? 'unknown'}.`,
    { param: 'invoice' },
  );
}

/** Everything but where the money goes; nothing is written. */
export function draftNote(world: World, params: CreateParams): CreditNote {
  const invoice = creditedInvoice(world, params.invoice);
  const credit = computeCredit(world, invoice, params);
  const links = linksOf(world, invoice, params.refunds ?? []);
  const { pre, post } = splitOf(world, invoice, credit.total, links);
  refuseUnfitSum(params, links, post);
  refuseTooLargeRefund(world, invoice, params.refund_amount ?? 0);
  return {
    id: world.id('cn'),
    object: 'credit_note',
    amount: credit.total,
    amount_shipping: 0,
    created: world.now(),
    currency: invoice.currency,
    customer: invoice.customer ?? '',
    customer_account: null,
    customer_balance_transaction: null,
    discount_amount: credit.discount,
    discount_amounts: credit.discounts,
    effective_at: params.effective_at ?? world.now(),
    invoice: invoice.id,
    livemode: world.settings.livemode,
    memo: params.memo ?? null,
    metadata: changeMetadata(null, params.metadata),
    number: `${invoice.number ?? ''}-CN-${String(invoice.inner.creditNotes.length + 1).padStart(2, '0')}`,
    out_of_band_amount: params.out_of_band_amount ?? null,
    pdf: `https://pay.stripe.com/credit_notes/${world.settings.accountId}/${world.settings.livemode ? 'live' : 'test'}_${world.secret()}/pdf`,
    post_payment_amount: post,
    pre_payment_amount: pre,
    pretax_credit_amounts: credit.discounts.map((share) => ({ ...share, type: 'discount' })),
    reason: params.reason ?? null,
    refunds: links.map(shownLink),
    shipping_cost: null,
    status: 'issued',
    subtotal: credit.subtotal,
    subtotal_excluding_tax: credit.totalExcludingTax + credit.discount,
    total: credit.total,
    total_excluding_tax: credit.totalExcludingTax,
    total_taxes: credit.taxes.map((tax) => shownTax(tax, 'none')),
    type: pre === 0 ? 'post_payment' : post === 0 ? 'pre_payment' : 'mixed',
    voided_at: null,
    inner: { lines: credit.lines },
  };
}

function reduceRemaining(world: World, note: CreditNote): void {
  const invoice = world.get('invoice', note.invoice);
  const after: Invoice = {
    ...invoice,
    amount_due: invoice.amount_due - note.pre_payment_amount,
    amount_remaining: invoice.amount_remaining - note.pre_payment_amount,
    post_payment_credit_notes_amount: invoice.post_payment_credit_notes_amount + note.post_payment_amount,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount + note.pre_payment_amount,
    inner: { ...invoice.inner, creditNotes: [...invoice.inner.creditNotes, note.id] },
  };
  if (after.amount_remaining > 0 || invoice.status === 'paid') {
    owe(world, invoice, after);
    return;
  }
  cancelOpenPayments(world, becomePaid(world, invoice, after, false));
}

/** Makes the refund over the invoice's charges, newest payment last. */
function giveBack(world: World, note: CreditNote, amount: number): CreditNote['refunds'] {
  const refunds: CreditNote['refunds'][number][] = [];
  let rest = amount;
  for (const chargeId of chargesOf(world, world.get('invoice', note.invoice))) {
    const charge = world.get('charge', chargeId);
    const part = Math.min(rest, charge.amount - charge.amount_refunded);
    if (part <= 0) continue;
    const refund = refundCharge(world, chargeId, {
      amount: part,
      reason: null,
      metadata: {},
      creditNote: note.id,
    });
    refunds.push(shownLink({ refund: refund.id, amount: part }));
    rest -= part;
  }
  return refunds;
}

export function issue(world: World, params: CreateParams): CreditNote {
  const drafted = draftNote(world, params);
  for (const { refund, amount_refunded: amount } of drafted.refunds)
    linkTo(world, drafted.id, { refund, amount });
  const refunds = [
    ...drafted.refunds,
    ...(params.refund_amount === undefined ? [] : giveBack(world, drafted, params.refund_amount)),
  ];
  const credit = params.credit_amount ?? 0;
  const balance =
    credit === 0
      ? null
      : adjustBalance(world, drafted.customer, {
          amount: -credit,
          currency: drafted.currency,
          type: 'credit_note',
          creditNote: drafted.id,
        });
  const note = world.put('credit_note', {
    ...drafted,
    customer_balance_transaction: balance?.id ?? null,
    refunds,
  });
  reduceRemaining(world, note);
  emit(world, 'credit_note.created', 'credit_note', note);
  if (params.email_type !== 'none') {
    const to = world.get('customer', note.customer).email;
    if (to !== null)
      world.put('email', { id: world.id('email'), kind: 'credit_note', about: note.id, to, at: world.now() });
  }
  return note;
}

/** Only a note that lowered an open invoice can be taken back. */
export function voidNote(world: World, id: string): CreditNote {
  const note = world.get('credit_note', id);
  const invoice = world.get('invoice', note.invoice);
  if (note.status === 'void') throw refuse('This credit note is already void.', {});
  if (invoice.status !== 'open' || note.post_payment_amount > 0)
    throw refuse('You can only void a credit note on an open invoice.', {});
  const voided: CreditNote = { ...note, status: 'void', voided_at: world.now() };
  world.put('credit_note', voided);
  emit(world, 'credit_note.voided', 'credit_note', voided);
  owe(world, invoice, {
    ...invoice,
    amount_due: invoice.amount_due + note.pre_payment_amount,
    amount_remaining: invoice.amount_remaining + note.pre_payment_amount,
    pre_payment_credit_notes_amount: invoice.pre_payment_credit_notes_amount - note.pre_payment_amount,
  });
  return voided;
}
