// What Stripe's events say, in words; a type that is not known is read out as it stands.

const WORDS: Readonly<Record<string, string>> = {
  'customer.created': 'Customer added',
  'customer.updated': 'Customer changed',
  'customer.deleted': 'Customer deleted',
  'customer.discount.created': 'Discount given to a customer',
  'customer.discount.updated': 'Discount of a customer changed',
  'customer.discount.deleted': 'Discount of a customer ended',
  'customer.source.created': 'Way to pay saved',
  'customer.source.updated': 'Saved way to pay changed',
  'customer.source.deleted': 'Saved way to pay removed',
  'customer.source.expiring': 'Saved card expires this month',
  'customer.subscription.created': 'Recurring invoice begun',
  'customer.subscription.updated': 'Recurring invoice changed',
  'customer.subscription.deleted': 'Recurring invoice ended',
  'customer.subscription.paused': 'Recurring invoice paused',
  'customer.subscription.resumed': 'Recurring invoice resumed',
  'customer.subscription.trial_will_end': 'Trial of a recurring invoice ends soon',
  'customer.subscription.pending_update_applied': 'Planned change of a recurring invoice made',
  'customer.subscription.pending_update_expired': 'Planned change of a recurring invoice not made',
  'customer.tax_id.created': 'Tax number added',
  'customer.tax_id.deleted': 'Tax number removed',
  'customer.tax_id.updated': 'Tax number checked',
  'invoice.created': 'Invoice drafted',
  'invoice.updated': 'Invoice changed',
  'invoice.deleted': 'Draft deleted',
  'invoice.finalized': 'Invoice issued',
  'invoice.finalization_failed': 'Invoice could not be issued',
  'invoice.sent': 'Invoice e-mailed',
  'invoice.paid': 'Invoice paid',
  'invoice.payment_succeeded': 'Payment of an invoice succeeded',
  'invoice.payment_failed': 'Payment of an invoice failed',
  'invoice.payment_action_required': 'The customer must confirm the payment',
  'invoice.overpaid': 'Invoice overpaid',
  'invoice.payment_attempt_required': 'Payment of an invoice must be tried',
  'invoice.upcoming': 'Next recurring invoice announced',
  'invoice.overdue': 'Invoice past due',
  'invoice.will_be_due': 'Invoice soon due',
  'invoice.voided': 'Invoice voided',
  'invoice.marked_uncollectible': 'Invoice written off',
  'invoiceitem.created': 'Invoice item added',
  'invoiceitem.deleted': 'Invoice item removed',
  'invoice_payment.paid': 'Payment credited to an invoice',
  'payment_intent.created': 'Payment prepared',
  'payment_intent.processing': 'Payment processing',
  'payment_intent.requires_action': 'Payment waits for the customer',
  'payment_intent.succeeded': 'Payment succeeded',
  'payment_intent.payment_failed': 'Payment failed',
  'payment_intent.canceled': 'Payment canceled',
  'payment_intent.partially_funded': 'A part of a bank transfer has arrived',
  'payment_intent.amount_capturable_updated': 'Money reserved for a payment',
  'payment_method.attached': 'Way to pay saved',
  'payment_method.updated': 'Saved way to pay changed',
  'payment_method.automatically_updated': 'Saved card renewed by its bank',
  'payment_method.detached': 'Saved way to pay removed',
  'mandate.updated': 'Permission for a direct debit changed',
  'customer_cash_balance_transaction.created': 'Bank transfer credited or used',
  'cash_balance.funds_available': 'Bank transfer waits for an invoice',
  'charge.succeeded': 'Charge succeeded',
  'charge.pending': 'Charge pending',
  'charge.failed': 'Charge failed',
  'charge.updated': 'Charge updated',
  'charge.refunded': 'Charge refunded',
  'charge.refund.updated': 'Refund updated',
  'charge.captured': 'Reserved money taken',
  'charge.expired': 'Reserved money released',
  'charge.dispute.created': 'Payment disputed',
  'charge.dispute.updated': 'Dispute updated',
  'charge.dispute.closed': 'Dispute closed',
  'charge.dispute.funds_withdrawn': 'Disputed money withdrawn',
  'charge.dispute.funds_reinstated': 'Disputed money returned',
  'refund.created': 'Refund made',
  'refund.updated': 'Refund updated',
  'refund.failed': 'Refund failed',
  'credit_note.created': 'Credit note issued',
  'credit_note.updated': 'Credit note changed',
  'credit_note.voided': 'Credit note voided',
  'payout.created': 'Payout begun',
  'payout.updated': 'Payout updated',
  'payout.paid': 'Payout paid',
  'payout.failed': 'Payout failed',
  'payout.canceled': 'Payout canceled',
  'payout.reconciliation_completed': 'Payout itemized',
  'file.created': 'File uploaded',
  'balance.available': 'Balance available',
  'tax_rate.created': 'Tax rate added',
  'tax_rate.updated': 'Tax rate changed',
  'coupon.created': 'Coupon added',
  'coupon.updated': 'Coupon changed',
  'coupon.deleted': 'Coupon deleted',
  'product.created': 'Item added',
  'product.updated': 'Item changed',
  'product.deleted': 'Item deleted',
  'price.created': 'Price added',
  'price.updated': 'Price changed',
  'price.deleted': 'Price deleted',
};

/** Types that have words of their own here. */
export const KNOWN_EVENT_TYPES: readonly string[] = Object.keys(WORDS);

/** `charge.dispute.created` → "Payment disputed"; `x.y_z` → "X y z". */
export function eventWords(type: string): string {
  const known = Object.hasOwn(WORDS, type) ? WORDS[type] : undefined;
  if (known !== undefined) return known;
  const plain = type.replace(/[._]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

export type EventTone = 'neutral' | 'good' | 'warning' | 'bad';

const GOOD =
  /^(invoice\.(paid|payment_succeeded)|payment_intent\.succeeded|charge\.succeeded|charge\.dispute\.funds_reinstated|payout\.paid)$/;
const BAD = /(failed|expired|dispute\.(created|funds_withdrawn))$/;
const WARNING = /(required|requires_action|overdue|overpaid|expiring|marked_uncollectible)$/;

/** How an event sounds to a bookkeeper. */
export function eventTone(type: string): EventTone {
  if (GOOD.test(type)) return 'good';
  if (BAD.test(type)) return 'bad';
  return WARNING.test(type) ? 'warning' : 'neutral';
}
