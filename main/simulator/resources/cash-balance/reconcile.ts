// Lets transferred money pay what waits for it (docs.stripe.com/payments/customer-balance/reconciliation).
import { cashOf } from '../../world/cash-balance.ts';
import type { Invoice, PaymentIntent } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { addInvoicePayment, openIntent } from '../invoices/invoice-payments.ts';
import { newMethod } from '../payment-methods.ts';
import { beginSettlement, createCharge } from '../payments/charges.ts';
import { createIntent } from '../payments/intents.ts';
import { cashMethod } from '../payments/outcomes.ts';
import { succeed } from '../payments/results.ts';
import { availableCash, moveCash } from './cash.ts';

/** An invoice that is overdue for longer gets no money by itself. */
const WAITS_AFTER_DUE_SECONDS = 30 * 86_400;

/** Whether the invoice waits for a transfer. */
export function awaitsTransfer(world: World, invoice: Invoice): boolean {
  if (invoice.status !== 'open' || invoice.payment_settings.payment_method_types === null) return false;
  if (!invoice.payment_settings.payment_method_types.includes('customer_balance')) return false;
  const intent = openIntent(world, invoice);
  return intent !== null && intent.status !== 'processing';
}

/** What waits, in the order in which a sum that matches nothing is given out. */
function waiting(world: World, customer: string, currency: string): readonly Invoice[] {
  return [...world.table('invoice').oldestFirst()].filter(
    (invoice) =>
      invoice.customer === customer &&
      invoice.currency === currency &&
      awaitsTransfer(world, invoice) &&
      (invoice.due_date === null || invoice.due_date + WAITS_AFTER_DUE_SECONDS >= world.now()),
  );
}

function payWithCash(world: World, intent: PaymentIntent): void {
  const method = newMethod(world, cashMethod, intent.customer);
  moveCash(world, intent.customer ?? '', intent.currency, -intent.amount, {
    type: 'applied_to_payment',
    applied_to_payment: { payment_intent: intent.id },
  });
  const paying = world.put('payment_intent', { ...intent, payment_method: method.id });
  succeed(world, paying, beginSettlement(world, createCharge(world, paying, method, 'succeeded', null)));
}

/** Pays all that the invoice asks for. */
function payInvoice(world: World, invoice: Invoice): void {
  const intent = openIntent(world, invoice);
  if (intent !== null) payWithCash(world, intent);
}

function payPartOf(world: World, invoice: Invoice, amount: number): void {
  const intent = createIntent(world, {
    amount,
    currency: invoice.currency,
    customer: invoice.customer,
    description: `Payment for Invoice ${invoice.number ?? ''}`.trim(),
    invoice: invoice.id,
    methodTypes: ['customer_balance'],
  });
  addInvoicePayment(world, invoice, intent.id, amount, false);
  payWithCash(world, intent);
}

function named(invoices: readonly Invoice[], reference: string | null): readonly Invoice[] {
  if (reference === null) return [];
  return invoices.filter((invoice) => invoice.number !== null && reference.includes(invoice.number));
}

/** Gives out what a customer has in one currency: to what the transfer names, to what matches it, to the oldest. */
export function applyCash(world: World, customer: string, currency: string, reference: string | null): void {
  if (cashOf(world, customer).mode === 'manual') return;
  for (;;) {
    const available = availableCash(world, customer, currency);
    if (available <= 0) return;
    const invoices = waiting(world, customer, currency);
    const covered = (invoice: Invoice): boolean => invoice.amount_remaining <= available;
    const next =
      named(invoices, reference).find(covered) ??
      invoices.find((invoice) => invoice.amount_remaining === available) ??
      invoices.find(covered);
    if (next !== undefined) payInvoice(world, next);
    else {
      const first = named(invoices, reference)[0] ?? invoices[0];
      if (first !== undefined && world.settings.rules.bankTransferPart === 'applied')
        payPartOf(world, first, available);
      return;
    }
  }
}
