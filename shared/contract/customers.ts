// Calls about customers.
import { z } from 'zod';
import { command, query } from './define.ts';
import {
  Accepted,
  CalendarDay,
  CommandId,
  Country,
  Currency,
  Direction,
  Id,
  Money,
  Nothing,
  Page,
  UnixSeconds,
} from './common.ts';
import { Saved } from './documents.ts';

export const Address = z.object({
  line1: z.string().max(500),
  line2: z.string().max(500),
  postalCode: z.string().max(40),
  city: z.string().max(200),
  state: z.string().max(200),
  country: Country.nullable(),
});
export type Address = z.infer<typeof Address>;

export const TaxId = z.object({ type: z.string().max(40), value: z.string().min(1).max(100) });

/** What the bookkeeper edits; kept at Stripe, our reference and note in its metadata. */
export const CustomerFields = z.object({
  name: z.string().trim().min(1, 'A customer needs a name').max(256),
  email: z.union([z.email('This is not an e-mail address').max(512), z.literal('')]),
  phone: z.string().max(20),
  address: Address,
  taxIds: z.array(TaxId).max(5),
  taxExempt: z.enum(['none', 'exempt', 'reverse']),
  currency: Currency.nullable(),
  /** BCP 47; the language of documents for this customer. */
  language: z.string().max(20).nullable(),
  reference: z.string().max(100),
  note: z.string().max(450),
});
export type CustomerFields = z.infer<typeof CustomerFields>;

export const CustomerRow = z.object({
  id: Id,
  stripeId: Id.nullable(),
  name: z.string(),
  email: z.string(),
  country: Country.nullable(),
  reference: z.string(),
  currency: Currency.nullable(),
  invoiceCount: z.int(),
  /** Open balance per currency. */
  open: z.array(Money),
  pastDue: z.array(Money),
  createdAt: UnixSeconds,
  archived: z.boolean(),
  state: z.enum(['saved', 'queued', 'failed']),
  cursor: z.string(),
});

const CustomerFilter = z.object({
  search: z.string().max(200).optional(),
  view: z.enum(['all', 'open', 'past-due', 'archived']).default('all'),
});

export const CustomerDetail = CustomerRow.omit({ cursor: true }).extend({
  fields: CustomerFields,
  deletedAtStripe: z.boolean(),
  /** When their personal data was erased; null while it is kept. */
  erasedAt: UnixSeconds.nullable(),
  /** Less what was given back. */
  paid: z.array(Money),
  /** What Stripe keeps for them and takes off the next invoice. */
  credit: z.array(Money),
  /** What they owe from before, too little to be charged by itself: Stripe adds it to the next invoice. */
  owed: z.array(Money),
  /** Newest first, at most 500; the statement. */
  activity: z.array(
    z.object({
      date: CalendarDay,
      kind: z.enum([
        'invoice',
        'payment',
        'refund',
        /** What of a refund no credit note is there for. */
        'uncredited',
        'credit-note',
        'void',
        'write-off',
        'balance',
        'credit',
        'owed',
      ]),
      reference: z.string(),
      invoiceId: Id.nullable(),
      /** What is charged is positive, what settles it negative; a change by hand of what Stripe keeps is not part of the balance. */
      amount: Money,
      /** Balance after this row in its currency. */
      balance: Money,
    }),
  ),
});

export const customerCalls = {
  'customers.list': query(
    z.object({
      filter: CustomerFilter,
      sort: z.object({ by: z.enum(['name', 'created', 'open', 'invoices']), direction: Direction }),
      page: Page,
    }),
    z.object({ rows: z.array(CustomerRow) }),
  ),
  'customers.counts': query(
    z.object({ search: z.string().max(200).optional() }),
    z.object({ all: z.int(), open: z.int(), pastDue: z.int(), archived: z.int() }),
  ),
  /** For the picker: the best 20 by name, e-mail or reference; recently used ones when the text is empty. */
  'customers.find': query(
    z.object({ text: z.string().max(200) }),
    z.object({
      rows: z.array(CustomerRow.pick({ id: true, name: true, email: true, currency: true, country: true })),
    }),
  ),
  'customers.get': query(z.object({ id: Id }), CustomerDetail),
  /** Creates (`id` null) or changes; offline too. Answers the local id at once. */
  'customers.save': command(
    z.object({ commandId: CommandId, id: Id.nullable(), fields: CustomerFields }),
    Accepted.extend({ id: Id }),
  ),
  'customers.archive': command(z.object({ commandId: CommandId, id: Id, archived: z.boolean() }), Nothing),
  /** Why the personal data of a customer cannot be erased now, in words; null when it can. And how many issued documents would stay. */
  'customers.erasure': query(
    z.object({ id: Id }),
    z.object({ refusal: z.string().nullable(), documents: z.int() }),
  ),
  /** Deletes the customer at Stripe, and then here all that is not an issued document. */
  'customers.erase': command(z.object({ commandId: CommandId, id: Id }), Accepted),
  /** Everything that is kept about one customer, as one JSON file. */
  'customers.exportData': command(z.object({ commandId: CommandId, id: Id }), Saved),
} as const;
