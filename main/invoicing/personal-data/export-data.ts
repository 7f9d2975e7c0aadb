// Everything that is kept about one customer, as one file that a person can read: the answer to a request for access.
import { safeFileName } from '../../documents/file-name.ts';
import { notFound } from '../../refusal.ts';
import { bankLinesNaming } from '../../store/bank-persons.ts';
import { customerById } from '../../store/customers.ts';
import {
  type KeptObject,
  keptDraftsOf,
  keptNotesOf,
  keptObjectsOf,
  keptRemindersOf,
} from '../../store/personal-data.ts';
import type { UseContext } from '../context.ts';
import type { PreparedFile } from '../documents.ts';

/** By Stripe's type: what it is called in the file, in this order. */
const PARTS = {
  customer: 'customer',
  payment_method: 'savedPaymentMethods',
  invoice: 'invoices',
  invoice_payment: 'paymentsOnInvoices',
  payment_intent: 'payments',
  charge: 'charges',
  refund: 'refunds',
  credit_note: 'creditNotes',
  dispute: 'disputes',
  subscription: 'recurringInvoices',
} as const;

/** Refuses a customer that is not there; the file is made only when there is a place for it. */
export function prepareCustomerData(context: UseContext, id: string): PreparedFile {
  const customer = customerById(context.db, id);
  if (!customer) throw notFound('customer');
  return {
    name: safeFileName(['Customer data', customer.fields.name], 'json'),
    mediaType: 'application/json',
    produce: async () => new TextEncoder().encode(`${JSON.stringify(customerData(context, id), null, 2)}\n`),
  };
}

function customerData(context: UseContext, id: string): Readonly<Record<string, unknown>> {
  const { db } = context;
  const customer = customerById(db, id);
  if (!customer) throw notFound('customer');
  const objects = keptObjectsOf(db, customer);
  const { stripeId, fields, archived, deleted, createdAt } = customer;
  return {
    madeAt: instant(context.now()),
    // Stripe's own terms: integers in minor units, times in unix seconds.
    stripe: Object.fromEntries(Object.entries(PARTS).map(([type, name]) => [name, ofType(objects, type)])),
    quittance: {
      customer: {
        id,
        stripeId,
        ...fields,
        archived,
        deletedAtStripe: deleted,
        createdAt: instant(createdAt),
      },
      drafts: keptDraftsOf(db, customer).map((draft) => ({ id: draft.id, content: parse(draft.content) })),
      notes: keptNotesOf(db, customer),
      bankLines: bankLinesNaming(db, customer),
      reminders: keptRemindersOf(db, customer).map(({ at, sent, ...reminder }) => ({
        ...reminder,
        what: sent === 1 ? 'sent' : 'passed over',
        at: instant(at),
      })),
    },
  };
}

function ofType(objects: readonly KeptObject[], wanted: string): readonly unknown[] {
  return objects.filter(({ type }) => type === wanted).map(({ json }) => parse(json));
}

/** With the client secret of a payment, somebody could act on it. */
function parse(json: string): unknown {
  return JSON.parse(json, (key, value: unknown) => (key.endsWith('_secret') ? undefined : value));
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
