// Lists of events: all of them with a search, or those about one thing.
import type { Db, SqlValue } from './database.ts';

export interface ListedEvent {
  readonly id: string;
  readonly created: number;
  readonly type: string;
  readonly object_id: string | null;
  /** JSON, see `EventSummary`. */
  readonly summary: string;
  readonly invoice_id: string | null;
  readonly invoice_number: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly payment_id: string | null;
  readonly payment_name: string | null;
  readonly payout_id: string | null;
  readonly note_id: string | null;
  readonly note_number: string | null;
  readonly dispute_id: string | null;
  readonly recurring_id: string | null;
  readonly recurring_name: string | null;
}

export interface EventPlace {
  readonly created: number;
  readonly id: string;
}

export interface EventSearch {
  /** In lower case; empty wants all. */
  readonly text: string;
  /** Types whose words have the text. */
  readonly types: readonly string[];
  readonly before: EventPlace | null;
  readonly limit: number;
}

export interface EventPage {
  readonly rows: readonly ListedEvent[];
  /** The last event that was looked at, wanted or not, when there may be older ones. */
  readonly next: EventPlace | null;
}

/** So many are looked at in one go: what a search costs does not grow with the years. */
const WINDOW = 10_000;

const COLUMNS = `e.id, e.created, e.type, e.object_id, e.summary, i.id AS invoice_id, i.number AS invoice_number, c.id AS customer_id,
  c.name AS customer_name, p.id AS payment_id, p.customer_name AS payment_name, po.id AS payout_id,
  d.id AS dispute_id, s.id AS recurring_id, s.customer_name AS recurring_name, n.id AS note_id, n.number AS note_number`;
const JOINS = `LEFT JOIN invoice i ON i.stripe_id = e.invoice_stripe_id AND i.deleted = 0
  LEFT JOIN customer c ON c.stripe_id = e.customer_id AND c.deleted = 0
  LEFT JOIN payment p ON p.id = e.payment_id LEFT JOIN payout po ON po.id = e.object_id
  LEFT JOIN dispute d ON d.id = e.object_id LEFT JOIN subscription s ON s.stripe_id = e.object_id
  LEFT JOIN credit_note n ON n.stripe_id = e.object_id`;
const NEWEST_FIRST = 'ORDER BY e.created DESC, e.id DESC';

export function listEvents(db: Db, search: EventSearch): EventPage {
  const { before, limit } = search;
  const behind = before === null ? 'true' : '(e.created, e.id) < (+?, +?)';
  const place: readonly SqlValue[] = before === null ? [] : [before.created, before.id];
  const window = search.text === '' ? limit : WINDOW;
  const looked = `SELECT * FROM event e WHERE ${behind} ${NEWEST_FIRST} LIMIT ${window}`;
  const rows = db.all<ListedEvent>(
    `SELECT ${COLUMNS} FROM (${looked}) AS e ${JOINS} ${searched(search)} ${NEWEST_FIRST} LIMIT ${limit}`,
    [...place, ...parametersOf(search)],
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { rows, next: last ?? endOf(db, behind, place, window) };
}

function endOf(db: Db, behind: string, place: readonly SqlValue[], window: number): EventPlace | null {
  const end = db.get<EventPlace>(
    `SELECT created, id FROM event e WHERE ${behind} ${NEWEST_FIRST} LIMIT 1 OFFSET ${window - 1}`,
    place,
  );
  return end ?? null;
}

function searched({ text }: EventSearch): string {
  if (text === '') return '';
  return `WHERE e.type IN (SELECT value FROM json_each(+?)) OR instr(e.type, +?) OR instr(lower(e.object_id), +?)
    OR lower(e.id) = +? OR instr(lower(i.number), +?) OR instr(lower(c.name), +?) OR instr(lower(p.customer_name), +?)`;
}

function parametersOf({ text, types }: EventSearch): readonly SqlValue[] {
  return text === '' ? [] : [JSON.stringify(types), text, text, text, text, text, text];
}

const ABOUT = {
  invoice: `e.invoice_stripe_id = (SELECT stripe_id FROM invoice WHERE id = +?)`,
  /** What was invoiced to a customer is on the invoices. */
  customer: `e.customer_id = (SELECT stripe_id FROM customer WHERE id = +?) AND (e.type LIKE 'customer%' OR e.type LIKE 'payment_method.%' OR e.type IN ('cash_balance.funds_available', 'invoice.upcoming'))`,
  payment: 'e.payment_id = +?',
  object: 'e.object_id = +?',
} as const;

/** At most so many: a thing has tens of events, and one that had more would be read by nobody. */
const MOST_OF_ONE = 200;

export function eventsOf(db: Db, kind: keyof typeof ABOUT, id: string): readonly ListedEvent[] {
  return db.all<ListedEvent>(
    `SELECT ${COLUMNS} FROM event e ${JOINS} WHERE ${ABOUT[kind]} ${NEWEST_FIRST} LIMIT ${MOST_OF_ONE}`,
    [id],
  );
}
