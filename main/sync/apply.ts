// The single writer of what Stripe says: an answer, an event's object or a page of a back-fill becomes our state, in any order and any number of times.
import { assert } from '../../shared/domain/assert.ts';
import type { Db } from '../store/database.ts';
import { deriveInvoice, invoicesToDerive } from '../store/derive-invoice.ts';
import { isAnyoneErased } from '../store/erased.ts';
import { knownInvoice } from '../store/mirror-invoices.ts';
import { indexLater, indexNow, type SearchKind } from '../store/search.ts';
import type { StripeObject } from '../stripe/request.ts';
import { applyCreditNote } from './apply-credit-note.ts';
import { applyCustomer, applyTaxId, deleteCustomer, deleteTaxId } from './apply-customer.ts';
import { applyCustomerBalance } from './apply-customer-balance.ts';
import { applyInvoice, applyInvoicePayment, deleteInvoice } from './apply-invoice.ts';
import { applyCharge, applyPaymentIntent, derivePayment } from './apply-payment.ts';
import { applyPaymentMethod } from './apply-payment-method.ts';
import { applyPayout } from './apply-payout.ts';
import { applyBalanceTransaction, applyDispute, applyRefund } from './apply-refund.ts';
import { applyCoupon, applyPrice, applyProduct, deleteFromCatalogue } from './apply-catalogue.ts';
import { applyRecurring, deleteRecurring } from './apply-recurring.ts';
import { applyTaxRate } from './apply-tax-rate.ts';
import { announce, type ApplyContext, type ApplyProblem, type Batch, bury, keep, newBatch } from './batch.ts';
import { flatten } from './flatten.ts';
import { sparePerson } from './spare-person.ts';

type Apply = (batch: Batch, object: StripeObject) => unknown;

const APPLY: Readonly<Record<string, Apply>> = {
  customer: applyCustomer,
  tax_id: applyTaxId,
  customer_balance_transaction: applyCustomerBalance,
  invoice: applyInvoice,
  invoice_payment: applyInvoicePayment,
  payment_intent: applyPaymentIntent,
  charge: applyCharge,
  refund: applyRefund,
  credit_note: applyCreditNote,
  dispute: applyDispute,
  balance_transaction: applyBalanceTransaction,
  payout: applyPayout,
  payment_method: applyPaymentMethod,
  tax_rate: applyTaxRate,
  coupon: applyCoupon,
  product: applyProduct,
  price: applyPrice,
  subscription: applyRecurring,
};

const DELETE: Readonly<Record<string, Apply>> = {
  customer: deleteCustomer,
  tax_id: deleteTaxId,
  invoice: deleteInvoice,
  coupon: deleteFromCatalogue,
  product: deleteFromCatalogue,
  price: deleteFromCatalogue,
  subscription: deleteRecurring,
};

/**
 * Writes objects of any types, expanded or not, inside the caller's transaction. Types that are not known are kept whole.
 * Answers the objects that lack what the program needs of them; those are kept whole as well.
 */
export function applyObjects(
  db: Db,
  objects: readonly StripeObject[],
  context: ApplyContext,
): readonly ApplyProblem[] {
  assert(db.inTransaction, 'What Stripe says is applied inside a transaction');
  const batch = newBatch(db, context);
  // Asked once: a back-fill would ask several times for each object.
  const someErased = isAnyoneErased(db);
  for (const object of objects) {
    for (const part of flatten(object)) {
      const kept = someErased ? sparePerson(db, part) : part;
      if (kept) applyPart(batch, kept);
    }
  }
  for (const id of new Set([...batch.payments, ...batch.renamed])) derivePayment(batch, id);
  for (const id of invoicesToDerive(db, [...batch.invoices])) deriveInvoiceOf(batch, id);
  for (const kind of ['customer', 'invoice', 'payment'] as const) index(batch, kind);
  return batch.problems;
}

function index({ db, words, context }: Batch, kind: SearchKind): void {
  const ids = [...words[kind]];
  if (ids.length === 0) return;
  if (context.indexing === 'later') indexLater(db, kind, ids);
  else indexNow(db, kind, ids);
}

function applyPart(batch: Batch, object: StripeObject): void {
  const deleted = object['deleted'] === true;
  const apply = own(deleted ? DELETE : APPLY, object.object) ?? (deleted ? bury : keep);
  apply(batch, object);
}

/** Looked up by Stripe's text, which must not find what every object inherits. */
function own(table: Readonly<Record<string, Apply>>, type: string): Apply | undefined {
  return Object.hasOwn(table, type) ? table[type] : undefined;
}

function deriveInvoiceOf(batch: Batch, stripeId: string): void {
  if (!deriveInvoice(batch.db, stripeId)) return;
  const invoice = knownInvoice(batch.db, stripeId);
  if (invoice) announce(batch, 'invoice', invoice.id);
}
