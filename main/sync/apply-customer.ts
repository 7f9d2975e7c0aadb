// Writes customers and their tax ids as Stripe tells them.
import { sortKey } from '../../shared/domain/sort-key.ts';
import {
  adoptCustomer,
  type KnownCustomer,
  knownCustomer,
  linkInvoicesOfCustomer,
  markCustomerDeleted,
  mirroredCustomers,
  renameDraftsOfCustomer,
} from '../store/mirror-customers.ts';
import { storedText } from '../store/mirror-objects.ts';
import { paymentsOfCustomer } from '../store/mirror-payments.ts';
import { indexCustomer, indexInvoice } from '../store/search.ts';
import type { StripeObject } from '../stripe/request.ts';
import { CustomerSnapshot, TaxIdSnapshot } from '../stripe/snapshots/customers.ts';
import { recurringOfCustomer } from '../store/mirror-recurring.ts';
import { renewRecurring } from './apply-recurring.ts';
import { announce, type Batch, bury, keep, understand } from './batch.ts';
import { customerFields, customerName } from './customer-fields.ts';
import { storedObject } from './stored-object.ts';

export function applyCustomer(batch: Batch, told: StripeObject): void {
  const { db } = batch;
  const object = withKnownTaxIds(batch, told);
  const customer = understand(batch, CustomerSnapshot, object);
  const { news, seenBefore, deleted } = keep(batch, object);
  if (!customer) return;
  for (const taxId of customer.tax_ids?.data ?? [])
    keep(batch, { ...taxId, object: 'tax_id', customer: customer.id });
  const before = join(batch, customer, seenBefore);
  // What the bookkeeper has changed here and Stripe has not yet heard of stays.
  const held = before?.work === 'queued';
  const written = held ? 'same' : mirroredCustomers.upsert(db, rowOf(customer, deleted));
  if (!news && written === 'same') return;
  const after = knownCustomer(db, customer.id);
  if (!after) return;
  if (written !== 'same') refresh(batch, after, before?.name);
  announce(batch, 'customer', after.id);
}

/** The row as it was before, if there was one: Stripe's, or one made here that Stripe has only now told of. */
function join(batch: Batch, customer: CustomerSnapshot, seenBefore: boolean): KnownCustomer | undefined {
  const known = seenBefore ? knownCustomer(batch.db, customer.id) : undefined;
  const localId = customer.metadata['quittance_customer'];
  if (known || localId === undefined) return known;
  adoptCustomer(batch.db, localId, customer.id);
  return knownCustomer(batch.db, customer.id);
}

function rowOf(customer: CustomerSnapshot, deleted: boolean): Parameters<typeof mirroredCustomers.upsert>[1] {
  const fields = customerFields(customer);
  const name = customerName(customer);
  return {
    stripe_id: customer.id,
    id: customer.id,
    name,
    name_sort: sortKey(name),
    email: customer.email,
    country: fields.address.country,
    currency: fields.currency,
    reference: fields.reference,
    fields: JSON.stringify(fields),
    default_method_id: customer.invoice_settings?.default_payment_method ?? null,
    created: customer.created,
    archived: customer.metadata['quittance_archived'] === '1' ? 1 : 0,
    deleted: deleted ? 1 : 0,
  };
}

/** What carries the customer's name follows it, and invoices that came before it find it. */
function refresh(batch: Batch, customer: KnownCustomer, nameBefore: string | undefined): void {
  const { db } = batch;
  const { stripe_id: stripeId } = customer;
  linkInvoicesOfCustomer(db, customer);
  for (const draft of renameDraftsOfCustomer(db, customer)) {
    announce(batch, 'invoice', draft.id);
    indexInvoice(db, draft.seq);
  }
  if (customer.name !== nameBefore) for (const id of paymentsOfCustomer(db, stripeId)) batch.payments.add(id);
  for (const id of recurringOfCustomer(db, stripeId)) renewRecurring(batch, id);
  batch.words.customer.add(stripeId);
}

/** An answer in which the tax ids were not expanded says nothing about them. */
function withKnownTaxIds(batch: Batch, object: StripeObject): StripeObject {
  if ('tax_ids' in object) return object;
  const known = storedObject(batch.db, object.id);
  return known && 'tax_ids' in known ? { ...object, tax_ids: known['tax_ids'] } : object;
}

export function deleteCustomer(batch: Batch, object: StripeObject): void {
  if (!bury(batch, object)) return;
  markCustomerDeleted(batch.db, object.id);
  const customer = knownCustomer(batch.db, object.id);
  if (!customer) return;
  indexCustomer(batch.db, customer.seq);
  announce(batch, 'customer', customer.id);
}

/** A tax id that was added joins its customer. */
export function applyTaxId(batch: Batch, object: StripeObject): void {
  const taxId = understand(batch, TaxIdSnapshot, object);
  keep(batch, object);
  if (taxId && taxId.customer !== null) {
    changeTaxIds(batch, taxId.customer, (others) => [...others, object], taxId.id);
  }
}

/** The answer to a removal names only the tax id; whose it was is known from before. */
export function deleteTaxId(batch: Batch, object: StripeObject): void {
  const owner = TaxIdSnapshot.safeParse(JSON.parse(storedText(batch.db, object.id) ?? 'null')).data?.customer;
  bury(batch, object);
  if (owner) changeTaxIds(batch, owner, (others) => others, object.id);
}

function changeTaxIds(
  batch: Batch,
  customerId: string,
  change: (others: readonly StripeObject[]) => readonly StripeObject[],
  taxId: string,
): void {
  const customer = storedObject(batch.db, customerId);
  const known = CustomerSnapshot.shape.tax_ids.safeParse(customer?.['tax_ids']).data;
  if (!customer || !known) return;
  const others = known.data.filter(({ id }) => id !== taxId).map((other) => ({ ...other, object: 'tax_id' }));
  const list = { object: 'list', data: change(others), has_more: false };
  applyCustomer(batch, { ...customer, tax_ids: list });
}
