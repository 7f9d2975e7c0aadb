// The payments that an invoice asks for or has received.
import { emit } from '../../world/events.ts';
import type { Invoice, InvoicePayment, PaymentIntent } from '../../world/records.ts';
import type { World } from '../../world/world.ts';

export function addInvoicePayment(
  world: World,
  invoice: Invoice,
  intentId: string,
  amount: number,
  isDefault: boolean,
): InvoicePayment {
  const payment = world.put('invoice_payment', {
    id: world.id(world.settings.rules.invoicePaymentPrefix),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: amount,
    created: world.now(),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: isDefault,
    livemode: false,
    payment: { payment_intent: intentId, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  });
  const current = world.get('invoice', invoice.id);
  world.put('invoice', {
    ...current,
    inner: { ...current.inner, payments: [...current.inner.payments, payment.id] },
  });
  return payment;
}

/** Under the rule `outOfBandPayment` money that Stripe never saw is a payment as well. */
export function recordOutside(world: World, invoice: Invoice, amount: number): void {
  if (world.settings.rules.outOfBandPayment === 'none') return;
  const open = addInvoicePayment(world, invoice, '', amount, false);
  const paid = world.put('invoice_payment', {
    ...open,
    amount_paid: amount,
    payment: { payment_record: world.id('prec'), type: 'payment_record' },
    status: 'paid',
    status_transitions: { canceled_at: null, paid_at: world.now() },
  });
  emit(world, 'invoice_payment.paid', 'invoice_payment', paid);
}

/** The intent by which the invoice asks for what is left; null when it asks for nothing. */
export function openIntent(world: World, invoice: Invoice): PaymentIntent | null {
  for (const id of invoice.inner.payments) {
    const payment = world.get('invoice_payment', id);
    if (payment.status === 'open' && payment.is_default)
      return world.get('payment_intent', payment.payment.payment_intent ?? '');
  }
  return null;
}
