// Finalizing, sending, voiding and writing off: what an invoice becomes after it was a draft.
import { Failure, refuse } from '../../api/failure.ts';
import { minimumCharge, maximumCharge, convert } from '../../arithmetic/currencies.ts';
import { plan } from '../../world/due.ts';
import { emit, update } from '../../world/events.ts';
import type { Customer, Invoice, InvoicePayment } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { customerSnapshot } from '../../world/customer-snapshot.ts';
import { adjustBalance } from '../customer-balance.ts';
import { applyCash } from '../cash-balance/reconcile.ts';
import { showWhereToTransfer } from '../cash-balance/instructions.ts';
import { createIntent, refuseUnfitDigits } from '../payments/intents.ts';
import { typesFor } from '../payments/method-types.ts';
import { addInvoicePayment } from './invoice-payments.ts';
import { invoiceSettled } from '../subscriptions/standing.ts';
import { becomePaid, cancelOpenPayments } from './paid.ts';
import { refuseUnfitTypes } from './payment-settings.ts';
import { recalculate } from './recalculate.ts';

function nextNumber(world: World): string {
  const prefix = world.settings.accountId.slice(5, 13).toUpperCase();
  return `${prefix}-${String(world.next('invoice-number')).padStart(4, '0')}`;
}

function isTooSmall(world: World, amount: number, currency: string): boolean {
  const { defaultCurrency } = world.settings;
  return (
    amount < minimumCharge(currency) ||
    convert(amount, currency, defaultCurrency) < minimumCharge(defaultCurrency)
  );
}

interface Due {
  readonly amount: number;
  readonly endingBalance: number;
}

/** What is to be paid after the customer's balance; sums too small to charge wait on the balance. */
function dueAfterBalance(world: World, invoice: Invoice, balance: number): Due {
  const raw = invoice.total + balance;
  if (raw <= 0) return { amount: 0, endingBalance: raw };
  return isTooSmall(world, raw, invoice.currency)
    ? { amount: 0, endingBalance: raw }
    : { amount: raw, endingBalance: 0 };
}

function applyBalance(world: World, customer: Customer, invoice: Invoice, endingBalance: number): void {
  const change = endingBalance - invoice.starting_balance;
  if (change === 0) return;
  adjustBalance(world, customer.id, {
    amount: change,
    currency: invoice.currency,
    type: endingBalance > 0 ? 'invoice_too_small' : 'applied_to_invoice',
    invoice: invoice.id,
  });
}

function hostedLinks(world: World): Pick<Invoice, 'hosted_invoice_url' | 'invoice_pdf'> {
  const token = `${world.settings.livemode ? 'live' : 'test'}_${world.secret(60)}`;
  const { accountId } = world.settings;
  return {
    hosted_invoice_url: `https://invoice.stripe.com/i/${accountId}/${token}?s=ap`,
    invoice_pdf: `https://pay.stripe.com/invoice/${accountId}/${token}/pdf?s=ap`,
  };
}

/** The payment that finalizing asks for. */
function askForPayment(world: World, invoice: Invoice): InvoicePayment {
  const intent = createIntent(world, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: `Payment for Invoice ${invoice.number ?? ''}`.trim(),
    invoice: invoice.id,
    methodTypes: typesFor(world, invoice.payment_settings.payment_method_types, invoice.currency),
  });
  showWhereToTransfer(world, intent);
  return addInvoicePayment(world, invoice, intent.id, invoice.amount_due, true);
}

/** What Stripe cannot finalize stays a draft that says why. */
function refuseUnfitDraft(world: World, draft: Invoice, amount: number): void {
  try {
    if (amount > maximumCharge(draft.currency)) {
      throw refuse(
        `Amount must be no more than ${maximumCharge(draft.currency)} in the smallest unit of ${draft.currency}.`,
        { code: 'amount_too_large' },
      );
    }
    refuseUnfitDigits(world, amount, draft.currency);
    refuseUnfitTypes(world, draft, 'when_finalized');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message, status, type, details } = error;
    const { code, param } = details;
    const failed = update(world, 'invoice.updated', 'invoice', draft, {
      ...draft,
      last_finalization_error: {
        ...(code === undefined ? {} : { code }),
        message,
        ...(param === undefined ? {} : { param }),
        type,
      },
    });
    emit(world, 'invoice.finalization_failed', 'invoice', failed);
    throw new Failure(status, type, message, details, true);
  }
}

export function finalize(world: World, id: string, autoAdvance?: boolean): Invoice {
  const draft = world.get('invoice', id);
  if (draft.status !== 'draft')
    throw refuse("This invoice is already finalized, you can't re-finalize a non-draft invoice.", {
      code: 'invoice_not_editable',
    });
  const customer = world.get('customer', draft.customer ?? '');
  const balance = customer.currency === draft.currency ? customer.balance : 0;
  const computed = recalculate(world, {
    ...draft,
    ...customerSnapshot(world, customer),
    starting_balance: balance,
  });
  const due = dueAfterBalance(world, computed, balance);
  refuseUnfitDraft(world, draft, due.amount);
  applyBalance(world, customer, computed, due.endingBalance);
  const open: Invoice = {
    ...computed,
    ...hostedLinks(world),
    amount_due: due.amount,
    amount_remaining: due.amount,
    auto_advance: autoAdvance ?? computed.auto_advance ?? false,
    automatically_finalizes_at: null,
    effective_at: computed.effective_at ?? world.now(),
    ending_balance: due.endingBalance,
    last_finalization_error: null,
    number: computed.number ?? nextNumber(world),
    status: 'open',
    status_transitions: { ...computed.status_transitions, finalized_at: world.now() },
    inner: { ...computed.inner, appliedBalance: due.endingBalance - balance },
  };
  update(world, 'invoice.updated', 'invoice', draft, open);
  emit(world, 'invoice.finalized', 'invoice', open);
  replaceRevised(world, open);
  if (due.amount === 0)
    return world.settings.rules.zeroInvoice === 'paid' ? becomePaid(world, open, open, true) : open;
  askForPayment(world, open);
  if (open.parent !== null && open.due_date !== null)
    plan(world, (open.due_date - world.now()) * 1000, { kind: 'invoice-overdue', invoice: id });
  applyCash(world, customer.id, open.currency, null);
  return world.get('invoice', id);
}

/** A finalized revision voids the invoice that it corrects. */
function replaceRevised(world: World, revision: Invoice): void {
  const original =
    revision.from_invoice === null ? undefined : world.find('invoice', revision.from_invoice.invoice);
  if (original === undefined) return;
  world.put('invoice', { ...original, latest_revision: revision.id });
  const isLeft = world.settings.rules.revisedOriginal === 'stays';
  if (!isLeft && (original.status === 'open' || original.status === 'uncollectible'))
    voidInvoice(world, original.id);
}

export function send(world: World, id: string): Invoice {
  const before = world.get('invoice', id);
  const invoice = before.status === 'draft' ? finalize(world, id) : before;
  if (invoice.status === 'void') throw refuse('You can only send an invoice that is not void.', {});
  if (invoice.collection_method !== 'send_invoice')
    throw refuse("You can only manually send an invoice if its collection method is 'send_invoice'.", {});
  const address = world.get('customer', invoice.customer ?? '').email ?? invoice.customer_email;
  if (address === null)
    throw refuse(
      'Missing email. In order to send invoices to the customer, the customer must have a valid email.',
      {},
    );
  world.put('email', { id: world.id('email'), kind: 'invoice', about: id, to: address, at: world.now() });
  emit(world, 'invoice.sent', 'invoice', invoice);
  return invoice;
}

export function voidInvoice(world: World, id: string): Invoice {
  const invoice = world.get('invoice', id);
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    throw refuse(
      `You can only void an open or uncollectible invoice. This invoice is ${invoice.status ?? 'unknown'}.`,
      { code: 'status_transition_invalid' },
    );
  }
  if (invoice.amount_paid > 0)
    throw refuse('You can not void an invoice that has payments. Issue a credit note instead.', {
      code: 'status_transition_invalid',
    });
  const voided = update(world, 'invoice.updated', 'invoice', invoice, {
    ...invoice,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: world.now() },
  });
  emit(world, 'invoice.voided', 'invoice', voided);
  invoiceSettled(world, voided);
  cancelOpenPayments(world, voided);
  if (invoice.inner.appliedBalance !== 0 && invoice.customer !== null) {
    adjustBalance(world, invoice.customer, {
      amount: -invoice.inner.appliedBalance,
      currency: invoice.currency,
      type: 'unapplied_from_invoice',
      invoice: id,
    });
  }
  return voided;
}

export function markUncollectible(
  world: World,
  id: string,
  reason: 'user_forgiven' | 'subscription_paused' = 'user_forgiven',
): Invoice {
  const invoice = world.get('invoice', id);
  if (invoice.status !== 'open') {
    throw refuse(
      `You can only mark an open invoice as uncollectible. This invoice is ${invoice.status ?? 'unknown'}.`,
      { code: 'status_transition_invalid' },
    );
  }
  const written = update(world, 'invoice.updated', 'invoice', invoice, {
    ...invoice,
    auto_advance: false,
    status: 'uncollectible',
    status_details: { uncollectible: { reason } },
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: world.now() },
  });
  emit(world, 'invoice.marked_uncollectible', 'invoice', written);
  invoiceSettled(world, written);
  return written;
}
