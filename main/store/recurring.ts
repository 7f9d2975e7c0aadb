// Recurring invoices as we keep them: one of them, what was made here, and what Stripe said its next invoice will be.
import { z } from 'zod';
import type { Every } from '../../shared/contract/catalogue.ts';
import {
  type PauseBehavior,
  RecurringContent,
  type RecurringFields,
  type Standing,
  UpcomingInvoice,
} from '../../shared/contract/recurring.ts';
import { periodAmount, recurringTitle, recurringWords } from '../../shared/domain/recurring.ts';
import { sortKey } from '../../shared/domain/sort-key.ts';
import type { Db } from './database.ts';
import { forgetRecurringUse, recordRecurringUse } from './recurring-use.ts';

interface RecurringColumns {
  readonly seq: number;
  readonly id: string;
  readonly stripe_id: string | null;
  readonly status: string;
  readonly standing: Standing;
  readonly customer_id: string | null;
  readonly customer_stripe_id: string | null;
  readonly customer_name: string;
  readonly title: string;
  readonly currency: string;
  readonly amount: number;
  readonly interval: Every['interval'];
  readonly interval_count: number;
  readonly collection: string;
  readonly anchor: number | null;
  readonly period_start: number | null;
  readonly period_end: number | null;
  readonly cancel_at: number | null;
  readonly ended_at: number | null;
  readonly pause: PauseBehavior | null;
  readonly resumes_at: number | null;
  readonly next_at: number | null;
  readonly content: string;
  readonly preview: string | null;
  readonly preview_at: number | null;
  readonly created: number;
  readonly ends_with_period: number;
}

export type StoredRecurring = Omit<
  RecurringColumns,
  'content' | 'preview' | 'preview_at' | 'ends_with_period'
> & {
  readonly every: Every;
  readonly content: RecurringContent;
  /** Null when Stripe has not been asked since it changed. */
  readonly upcoming: UpcomingInvoice | null;
  readonly endsWithPeriod: boolean;
};

export function recurringById(db: Db, id: string): StoredRecurring | undefined {
  const row = db.get<RecurringColumns>(
    `SELECT s.*, s.standing, ifnull(o.json ->> '$.cancel_at_period_end', 0) AS ends_with_period
     FROM subscription s LEFT JOIN stripe_object o ON o.id = s.stripe_id WHERE s.id = ? OR s.stripe_id = ?`,
    [id, id],
  );
  if (!row) return undefined;
  const { content, preview, preview_at: previewAt, ends_with_period: endsWithPeriod, ...rest } = row;
  return {
    ...rest,
    every: { interval: row.interval, count: row.interval_count },
    content: RecurringContent.parse(JSON.parse(content)),
    upcoming: preview === null || previewAt === null ? null : UpcomingInvoice.parse(JSON.parse(preview)),
    endsWithPeriod: endsWithPeriod === 1,
  };
}

export interface NewRecurring {
  readonly id: string;
  readonly fields: RecurringFields & { readonly customerId: string };
  readonly customerName: string;
  readonly customerEmail: string;
  /** Unix seconds of its first invoice. */
  readonly nextAt: number;
  readonly createdAt: number;
}

/** One made here, not at Stripe yet. */
export function insertRecurring(db: Db, made: NewRecurring): void {
  const { fields } = made;
  const { lines, couponId, collection, memo, footer } = fields;
  db.run(
    `INSERT INTO subscription (id, status, customer_id, customer_name, customer_sort, title, words, currency, amount, interval,
       interval_count, collection, days_until_due, next_at, content, created)
     VALUES (?, 'planned', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      made.id,
      fields.customerId,
      made.customerName,
      sortKey(made.customerName),
      recurringTitle(lines),
      recurringWords({ name: made.customerName, email: made.customerEmail }, lines, null),
      fields.currency,
      periodAmount(lines),
      fields.every.interval,
      fields.every.count,
      collection.kind === 'send' ? 'send_invoice' : 'charge_automatically',
      collection.kind === 'send' ? collection.days : null,
      made.nextAt,
      JSON.stringify({ lines, couponId, collection, memo, footer } satisfies RecurringContent),
      made.createdAt,
    ],
  );
  const row = db.get<{ seq: number }>('SELECT seq FROM subscription WHERE id = ?', [made.id]);
  if (row) recordRecurringUse(db, row.seq, fields);
}

/** What the outbox is doing to bring it to Stripe; nothing once it is there. */
export function setRecurringWork(db: Db, id: string, work: 'queued' | 'failed' | 'review' | null): void {
  db.run('UPDATE subscription SET work = iif(stripe_id IS NULL, ?, NULL) WHERE id = ?', [work, id]);
}

/** One that Stripe never got and will not get. */
export function removePlanned(db: Db, id: string): void {
  const row = db.get<{ seq: number }>('SELECT seq FROM subscription WHERE id = ? AND stripe_id IS NULL', [
    id,
  ]);
  if (!row) return;
  forgetRecurringUse(db, row.seq);
  db.run('DELETE FROM subscription WHERE seq = ?', [row.seq]);
}

export function savePreview(db: Db, seq: number, upcoming: UpcomingInvoice | null): void {
  db.run('UPDATE subscription SET preview = ?, preview_at = ? WHERE seq = ?', [
    upcoming === null ? null : JSON.stringify(upcoming),
    upcoming?.askedAt ?? null,
    seq,
  ]);
}

const History = z.array(
  z.object({
    id: z.string(),
    number: z.string().nullable(),
    status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']),
    day: z.string(),
    currency: z.string(),
    total: z.int(),
    balanceDue: z.int(),
  }),
);

/** The invoices that came of it, newest first. */
export function invoicesOfRecurring(db: Db, stripeId: string, limit: number): z.infer<typeof History> {
  return History.parse(
    db.all(
      `SELECT id, number, status, issue_day AS day, currency, total, amount_remaining AS balanceDue
       FROM invoice INDEXED BY invoice_of_subscription
       WHERE subscription_stripe_id = ? AND deleted = 0 ORDER BY issue_day DESC, seq DESC LIMIT ?`,
      [stripeId, limit],
    ),
  );
}

/** The recurring invoice that an invoice of ours came of; null for one of its own. */
export function recurringOfInvoice(
  db: Db,
  invoiceId: string,
): { readonly id: string; readonly title: string } | null {
  return (
    db.get<{ id: string; title: string }>(
      `SELECT s.id, s.title FROM invoice i JOIN subscription s ON s.stripe_id = i.subscription_stripe_id WHERE i.id = ?`,
      [invoiceId],
    ) ?? null
  );
}

/** A recurring invoice is called by its customer's present name. */
export function renameRecurring(
  db: Db,
  customerId: string,
  { name, email }: { readonly name: string; readonly email: string },
): void {
  const rows = db.all<{ seq: number; stripe_id: string | null; content: string }>(
    'SELECT seq, stripe_id, content FROM subscription WHERE customer_id = ?',
    [customerId],
  );
  for (const { seq, stripe_id: stripeId, content } of rows) {
    const { lines } = RecurringContent.parse(JSON.parse(content));
    db.run('UPDATE subscription SET customer_name = ?, customer_sort = ?, words = ? WHERE seq = ?', [
      name,
      sortKey(name),
      recurringWords({ name, email }, lines, stripeId),
      seq,
    ]);
  }
}
