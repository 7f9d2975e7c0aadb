// The search index: trigrams of what a person may remember of an invoice, a customer or a payment.
// Whoever changes such a row calls the function here in the same transaction.
import { amountForSearch } from '../../shared/domain/search-terms.ts';
import { minorDigits } from '../../shared/domain/money.ts';
import { forgetUses, recordUses } from './catalogue-use.ts';
import type { Db } from './database.ts';

export type SearchKind = 'invoice' | 'customer' | 'payment';

/** Renews the entry of an invoice by its `seq`, and what it uses of the catalogue: both come from its lines. */
export function indexInvoice(db: Db, seq: number): void {
  replaceEntry(db, 'invoice', seq, invoiceText(db, seq));
  recordUses(db, seq);
}

export function indexCustomer(db: Db, seq: number): void {
  replaceEntry(db, 'customer', seq, customerText(db, seq));
}

export function indexPayment(db: Db, seq: number): void {
  replaceEntry(db, 'payment', seq, paymentText(db, seq));
}

/** Before the row itself is deleted. */
export function unindex(db: Db, kind: SearchKind, seq: number): void {
  db.run(`DELETE FROM ${kind}_search WHERE rowid = ?`, [seq]);
  db.run('DELETE FROM search_queue WHERE kind = ? AND seq = ?', [kind, seq]);
  if (kind === 'invoice') forgetUses(db, seq);
}

/** By what Stripe calls the rows of a kind. */
const KEY: Readonly<Record<SearchKind, string>> = {
  invoice: 'stripe_id',
  customer: 'stripe_id',
  payment: 'id',
};

function chosen(kind: SearchKind): string {
  return `json_each(+?) AS chosen CROSS JOIN ${kind} t ON t.${KEY[kind]} = chosen.value`;
}

/**
 * Renews the entries of many rows by their ids at Stripe, after all of the rows are written: a write that fires a trigger makes the
 * search index flush what it holds, so that rows and entries written in turn cost several times as much.
 */
export function indexNow(db: Db, kind: SearchKind, stripeIds: readonly string[]): void {
  const rows = db.all<{ seq: number }>(`SELECT t.seq FROM ${chosen(kind)}`, [JSON.stringify(stripeIds)]);
  for (const { seq } of rows) INDEX[kind](db, seq);
}

/** Leaves their entries for `indexQueued`. */
export function indexLater(db: Db, kind: SearchKind, stripeIds: readonly string[]): void {
  db.run(`INSERT OR IGNORE INTO search_queue (kind, seq) SELECT '${kind}', t.seq FROM ${chosen(kind)}`, [
    JSON.stringify(stripeIds),
  ]);
}

const INDEX: Readonly<Record<SearchKind, (db: Db, seq: number) => void>> = {
  invoice: indexInvoice,
  customer: indexCustomer,
  payment: indexPayment,
};

/**
 * Indexes up to `limit` of the rows that were left for later, in one transaction; answers how many there were. Zero means that
 * all is indexed. What a crash interrupts stays in the queue.
 */
export function indexQueued(db: Db, limit: number): number {
  return db.transaction(() => {
    const rows = db.all<{ kind: SearchKind; seq: number }>('SELECT kind, seq FROM search_queue LIMIT ?', [
      limit,
    ]);
    for (const { kind, seq } of rows) INDEX[kind](db, seq);
    for (const { kind, seq } of rows)
      db.run('DELETE FROM search_queue WHERE kind = ? AND seq = ?', [kind, seq]);
    return rows.length;
  });
}

function replaceEntry(db: Db, kind: SearchKind, seq: number, text: string | null): void {
  db.run(`DELETE FROM ${kind}_search WHERE rowid = ?`, [seq]);
  if (text !== null) db.run(`INSERT INTO ${kind}_search (rowid, text) VALUES (?, ?)`, [seq, text]);
}

interface InvoiceWords {
  readonly number: string | null;
  readonly customer_name: string;
  readonly customer_email: string;
  readonly memo: string;
  readonly po_number: string;
  readonly internal_note: string;
  readonly currency: string;
  readonly total: number;
  readonly lines: string | null;
  readonly fields: string | null;
}

/** Lines and custom fields come from our draft while there is one, else from what Stripe said. */
const INVOICE_WORDS = `
  SELECT i.number, i.customer_name, i.customer_email, i.memo, i.po_number, i.internal_note, i.currency, i.total,
    CASE WHEN d.content IS NOT NULL
      THEN (SELECT group_concat(value ->> 'description', char(10)) FROM json_each(d.content, '$.lines'))
      ELSE (SELECT group_concat(value ->> 'description', char(10)) FROM json_each(o.json, '$.lines.data')) END AS lines,
    CASE WHEN d.content IS NOT NULL
      THEN (SELECT group_concat(value ->> 'value', char(10)) FROM json_each(d.content, '$.customFields'))
      ELSE (SELECT group_concat(value ->> 'value', char(10)) FROM json_each(o.json, '$.custom_fields')) END AS fields
  FROM invoice i LEFT JOIN draft d ON d.invoice_id = i.id LEFT JOIN stripe_object o ON o.id = i.stripe_id
  WHERE i.seq = +? AND i.deleted = 0`;

function invoiceText(db: Db, seq: number): string | null {
  const row = db.get<InvoiceWords>(INVOICE_WORDS, [seq]);
  if (!row) return null;
  return words([
    row.number,
    row.customer_name,
    row.customer_email,
    amountForSearch(row.total, minorDigits(row.currency)),
    row.po_number,
    row.memo,
    row.lines,
    row.fields,
    row.internal_note,
  ]);
}

function customerText(db: Db, seq: number): string | null {
  const row = db.get<{ name: string; email: string; reference: string; fields: string }>(
    'SELECT name, email, reference, fields FROM customer WHERE seq = ? AND deleted = 0',
    [seq],
  );
  // Address, tax ids, phone and note are found by their words as well; the field names in the JSON are not indexed.
  return row ? words([row.name, row.email, row.reference, ...leaves(JSON.parse(row.fields))]) : null;
}

function paymentText(db: Db, seq: number): string | null {
  const row = db.get<{
    customer_name: string;
    method: string;
    currency: string;
    amount: number;
    number: string | null;
  }>(
    `SELECT p.customer_name, p.method, p.currency, p.amount, i.number
     FROM payment p LEFT JOIN invoice i ON i.stripe_id = p.invoice_stripe_id WHERE p.seq = +?`,
    [seq],
  );
  if (!row) return null;
  return words([
    row.number,
    row.customer_name,
    row.method,
    amountForSearch(row.amount, minorDigits(row.currency)),
  ]);
}

function words(parts: readonly (string | null)[]): string {
  return [...new Set(parts.filter((part) => part !== null && part !== ''))].join('\n');
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
