// Writes customers and their tax ids as Stripe tells them.
import { sortKey } from '../../shared/domain/sort-key.ts';
import {
  adoptCustomer,
  knownCustomer,
  linkInvoicesOfCustomer,
  markCustomerDeleted,
  mirroredCustomers,
  renameDraftsOfCustomer,
} from '../store/mirror-customers.ts';
import { isTombstone, saveTombstone, storedText } from '../store/mirror-objects.ts';
import { paymentsOfCustomer } from '../store/mirror-payments.ts';
import { indexCustomer, indexInvoice, indexLater } from '../store/search.ts';
import type { StripeObject } from '../stripe/request.ts';
import { CustomerSnapshot, TaxIdSnapshot } from '../stripe/snapshot.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { customerFields, customerName } from './customer-fields.ts';
import { storedObject } from './stored-object.ts';

export function applyCustomer(batch: Batch, told: StripeObject): void {
  const { db } = batch;
  const object = withKnownTaxIds(batch, told);
  const customer = understand(batch, CustomerSnapshot, object);
  const news = keep(batch, object);
  if (!customer) return;
  for (const taxId of customer.tax_ids?.data ?? [])
    keep(batch, { ...taxId, object: 'tax_id', customer: customer.id });
  const localId = customer.metadata['quittance_customer'];
  if (localId !== undefined && !knownCustomer(db, customer.id)) adoptCustomer(db, localId, customer.id);
  const before = knownCustomer(db, customer.id);
  // What the bookkeeper has changed here and Stripe has not yet heard of stays.
  const changed = before?.work === 'queued' ? false : mirroredCustomers.upsert(db, rowOf(batch, customer));
  if (changed) refresh(batch, customer.id, before?.name);
  if (news || changed) announceCustomer(batch, customer.id);
}

function rowOf(batch: Batch, customer: CustomerSnapshot): Parameters<typeof mirroredCustomers.upsert>[1] {
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
    created: customer.created,
    archived: customer.metadata['quittance_archived'] === '1' ? 1 : 0,
    deleted: isTombstone(batch.db, customer.id) ? 1 : 0,
  };
}

/** What carries the customer's name follows it, and invoices that came before it find it. */
function refresh(batch: Batch, stripeId: string, nameBefore: string | undefined): void {
  const { db, context } = batch;
  const customer = knownCustomer(db, stripeId);
  if (!customer) return;
  linkInvoicesOfCustomer(db, customer, stripeId);
  for (const draft of renameDraftsOfCustomer(db, customer)) {
    announce(batch, 'invoice', draft.id);
    indexInvoice(db, draft.seq);
  }
  if (customer.name !== nameBefore) for (const id of paymentsOfCustomer(db, stripeId)) batch.payments.add(id);
  if (context.indexing === 'later') indexLater(db, 'customer', customer.seq);
  else indexCustomer(db, customer.seq);
}

function announceCustomer(batch: Batch, stripeId: string): void {
  const customer = knownCustomer(batch.db, stripeId);
  if (customer) announce(batch, 'customer', customer.id);
}

/** An answer in which the tax ids were not expanded says nothing about them. */
function withKnownTaxIds(batch: Batch, object: StripeObject): StripeObject {
  if ('tax_ids' in object) return object;
  const known = storedObject(batch.db, object.id);
  return known && 'tax_ids' in known ? { ...object, tax_ids: known['tax_ids'] } : object;
}

export function deleteCustomer(batch: Batch, object: StripeObject): void {
  const news = saveTombstone(batch.db, {
    id: object.id,
    type: object.object,
    created: 0,
    json: JSON.stringify(object),
  });
  if (!news) return;
  markCustomerDeleted(batch.db, object.id);
  const customer = knownCustomer(batch.db, object.id);
  if (customer) indexCustomer(batch.db, customer.seq);
  announceCustomer(batch, object.id);
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
  saveTombstone(batch.db, { id: object.id, type: object.object, created: 0, json: JSON.stringify(object) });
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
