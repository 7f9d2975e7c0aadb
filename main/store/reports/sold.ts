// Revenue as it was posted, divided by tax rate or by item as the documents say.
import { NO_ITEM } from '../../../shared/domain/books/sales.ts';
import type { Db } from '../database.ts';
import type { PostedLine, Span } from './posted.ts';

/** The document that an entry is of: a credit note, else the invoice of the case. */
const DOCUMENT = `CASE WHEN e.cause LIKE 'credit-note.%' THEN substr(e.cause, instr(e.cause, ':') + 1) ELSE e.case_id END`;

/** The revenue of an entry, whatever accounts it is on; `joined` are tables beside its document. */
const revenueWith = (joined = ''): string => `FROM (
    SELECT entry_seq, day, currency, sum(amount) AS amount FROM posting INDEXED BY posting_of_account_by_day
    WHERE account IN (SELECT value FROM json_each(+:revenue)) AND day BETWEEN :from AND :to AND entry_seq <= :end
    GROUP BY entry_seq, currency HAVING sum(amount) <> 0) p
  CROSS JOIN journal_entry e ON e.seq = p.entry_seq LEFT JOIN sale s ON s.document = ${DOCUMENT} ${joined}`;

/** Most entries are of a whole document, or take it back whole. */
const WHOLE = 's.net <> 0 AND abs(p.amount) = abs(s.net)';
const SIGN = 'iif(p.amount = -s.net, 1, -1)';

/** Numbers of all revenue accounts. */
function spanOf({ from, to, end }: Span, accounts: readonly number[]) {
  return { from, to, end, revenue: JSON.stringify(accounts) };
}

export interface BaseSum {
  readonly rate: string;
  readonly country: string;
  readonly currency: string;
  readonly taxable: number;
  /** Of documents; what is taken back counts as well. */
  readonly count: number;
}

/** What taxes were counted on, of entries of whole documents. */
export function taxBases(db: Db, span: Span, accounts: readonly number[]): readonly BaseSum[] {
  return db.all<BaseSum>(
    `SELECT t.rate, s.country, p.currency, sum(t.taxable * ${SIGN}) AS taxable, count(*) AS count
     ${revenueWith('CROSS JOIN sale_tax t ON t.document = s.document')} WHERE ${WHOLE}
     GROUP BY t.rate, s.country, p.currency`,
    spanOf(span, accounts),
  );
}

export interface ItemSum {
  readonly item: string;
  readonly currency: string;
  readonly net: number;
  readonly count: number;
}

/** Stripe makes a product of every line that was written by hand: those are not of the catalogue. */
const ITEM = 'iif(EXISTS (SELECT 1 FROM product WHERE product.stripe_id = i.item), i.item, :none)';

/** Revenue by item, of entries of whole documents. */
export function itemSums(db: Db, span: Span, accounts: readonly number[]): readonly ItemSum[] {
  return db.all<ItemSum>(
    `SELECT ${ITEM} AS item, p.currency, sum(i.net * ${SIGN}) AS net, count(DISTINCT p.entry_seq) AS count
     ${revenueWith('CROSS JOIN sale_item i ON i.document = s.document')} WHERE ${WHOLE}
     GROUP BY 1, p.currency`,
    { ...spanOf(span, accounts), none: NO_ITEM },
  );
}

export interface SoldEntry extends PostedLine {
  /** Null where what it sold is not known. */
  readonly document: string | null;
  readonly net: number | null;
  readonly country: string | null;
}

const ENTRY = `SELECT e.seq, e.day, e.case_id, e.cause, e.version, '' AS sub, p.currency, p.amount, s.document, s.net, s.country`;

/** Entries that are a part of their document only, such as the voiding of an invoice that was credited in part. */
export function partialEntries(db: Db, span: Span, accounts: readonly number[]): readonly SoldEntry[] {
  return db.all<SoldEntry>(`${ENTRY} ${revenueWith()} WHERE (${WHOLE}) IS NOT TRUE`, spanOf(span, accounts));
}

/** Every entry of revenue, in order. */
export function revenueEntries(db: Db, span: Span, accounts: readonly number[]): readonly SoldEntry[] {
  return db.all<SoldEntry>(`${ENTRY} ${revenueWith()} ORDER BY p.day, p.entry_seq`, spanOf(span, accounts));
}

export function taxesOf(
  db: Db,
  document: string,
): readonly { readonly rate: string; readonly taxable: number; readonly tax: number }[] {
  return db.all('SELECT rate, taxable, tax FROM sale_tax WHERE document = ? ORDER BY rate', [document]);
}

export function itemsOf(
  db: Db,
  document: string,
): readonly { readonly item: string; readonly net: number }[] {
  return db.all(
    `SELECT ${ITEM} AS item, sum(i.net) AS net FROM sale_item i WHERE i.document = :document GROUP BY 1 ORDER BY 2 DESC, 1`,
    { document, none: NO_ITEM },
  );
}

export interface TaxPosted {
  readonly rate: string;
  readonly country: string | null;
  readonly currency: string;
  /** Positive where it is owed. */
  readonly tax: number;
}

/** Tax as it was posted, whatever the documents say: together what moved on the account. */
export function taxesPosted(db: Db, span: Span, account: number): readonly TaxPosted[] {
  return db.all<TaxPosted>(
    `SELECT p.sub AS rate, s.country, p.currency, -sum(p.amount) AS tax
     FROM posting p INDEXED BY posting_of_account_by_day CROSS JOIN journal_entry e ON e.seq = p.entry_seq
       LEFT JOIN sale s ON s.document = ${DOCUMENT}
     WHERE p.day BETWEEN :from AND :to AND p.entry_seq <= :end AND p.account = +:account
     GROUP BY p.sub, s.country, p.currency`,
    { ...span, account },
  );
}

/** Tax of one rate that an entry posted. */
export function taxOfEntry(db: Db, seq: number, account: number, rate: string): number {
  const row = db.get<{ tax: number | null }>(
    'SELECT -sum(amount) AS tax FROM posting WHERE entry_seq = ? AND account = ? AND sub = ?',
    [seq, account, rate],
  );
  return row?.tax ?? 0;
}
