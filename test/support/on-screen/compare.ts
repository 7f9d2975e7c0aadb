// Holds every screen's list and pages, read through `dispatch`, against Stripe's objects: field by field, and nothing more or less.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Program } from '../program.ts';
import { type AtStripe, readStripe } from './at-stripe.ts';
import { noteDetail } from './credit-notes.ts';
import { disputeDetail } from './disputes.ts';
import { invoiceDetail, invoiceRow } from './invoices.ts';
import { paymentDetail, paymentRow, refundRow } from './payments.ts';
import { payoutDetail } from './payouts.ts';
import { recurringDetail } from './recurring.ts';
import { ourInvoice, ourRecurring, shownId } from './references.ts';

const PAGE = 200;

type Rows<Row> = (page: { offset: number; limit: number }) => Promise<{ readonly rows: readonly Row[] }>;

async function all<Row>(read: Rows<Row>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read({ offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length < PAGE) return rows;
  }
}

/** The fields of `shown` that Stripe has a word on. */
function only(shown: object, expected: object): object {
  return Object.fromEntries(Object.entries(shown).filter(([name]) => name in expected));
}

function same(what: string, shown: object, expected: object): void {
  const told = only(shown, expected);
  // Far faster than the assertion, which is only needed to show a difference.
  if (!isDeepStrictEqual(told, expected)) expect(told, what).toEqual(expected);
}

interface Listed {
  readonly id: string;
}

function paired<Row extends Listed, Object extends { readonly id: string }>(
  what: string,
  rows: readonly Row[],
  objects: Iterable<Object>,
  ourId: (object: Object) => string,
): readonly (readonly [Row, Object])[] {
  const known = new Map([...objects].map((object) => [ourId(object), object]));
  expect(rows.map(({ id }) => id).toSorted(), what).toEqual([...known.keys()].toSorted());
  return rows.flatMap((row) => {
    const object = known.get(row.id);
    return object === undefined ? [] : [[row, object] as const];
  });
}

interface WithParts extends Listed {
  readonly refunds?: readonly Listed[];
  readonly creditNotes?: readonly Listed[];
}

/** Without the ids of what was made here: Stripe does not know them. */
function unnamed<Shown extends WithParts>(shown: Shown): Shown {
  const parts = (list: readonly Listed[]): readonly Listed[] =>
    list.map((part) => ({ ...part, id: shownId(part.id) }));
  return {
    ...shown,
    ...(shown.refunds === undefined ? {} : { refunds: parts(shown.refunds) }),
    ...(shown.creditNotes === undefined ? {} : { creditNotes: parts(shown.creditNotes) }),
  };
}

const first = { direction: 'desc' } as const;

async function invoices(program: Program, stripe: AtStripe): Promise<number> {
  const sort = { by: 'issue', ...first } as const;
  const listed = await all((page) => program.call('invoices.list', { filter: {}, sort, page }));
  // Drafts that Stripe has never heard of are nobody's but ours.
  const rows = listed.filter(({ stripeId }) => stripeId !== null);
  for (const [row, invoice] of paired('invoices', rows, stripe.invoices.values(), ourInvoice)) {
    same(`row of ${invoice.id}`, row, invoiceRow(stripe, invoice));
    const shown = unnamed(await program.call('invoices.get', { id: row.id }));
    same(`page of ${invoice.id}`, shown, invoiceDetail(stripe, invoice));
  }
  return rows.length;
}

async function payments(program: Program, stripe: AtStripe): Promise<number> {
  const sort = { by: 'date', ...first } as const;
  const rows = await all((page) => program.call('payments.list', { filter: {}, sort, page }));
  for (const [row, intent] of paired('payments', rows, stripe.intents.values(), ({ id }) => id)) {
    same(`row of ${intent.id}`, row, paymentRow(stripe, intent));
    const shown = unnamed(await program.call('payments.get', { id: row.id }));
    same(`page of ${intent.id}`, shown, paymentDetail(stripe, intent));
  }
  return rows.length;
}

async function refunds(program: Program, stripe: AtStripe): Promise<number> {
  const rows = await all((page) => program.call('refunds.list', { ...first, page }));
  const inOrder = (list: readonly object[]): readonly object[] =>
    list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const expected = stripe.refunds.map((refund) => refundRow(stripe, refund));
  const shown = rows.map(({ cursor: _cursor, ...row }) => ({ ...row, id: shownId(row.id) }));
  expect(inOrder(shown)).toEqual(inOrder(expected));
  return rows.length;
}

async function creditNotes(program: Program, stripe: AtStripe): Promise<number> {
  const rows = await all((page) => program.call('creditNotes.list', { ...first, page }));
  expect(rows).toHaveLength(stripe.creditNotes.length);
  for (const row of rows) {
    const { id, ...shown } = unnamed(await program.call('creditNotes.get', { id: row.id }));
    const note = stripe.creditNotes.find((known) => known.id === shown.stripeId);
    if (note === undefined) throw new Error(`Stripe does not know the credit note ${id}`);
    const expected = noteDetail(stripe, note);
    same(`page of ${note.id}`, { ...shown, id: shownId(id) }, expected);
    same(`row of ${note.id}`, { ...expected, ...row, id: shownId(id) }, expected);
  }
  return rows.length;
}

async function disputes(program: Program, stripe: AtStripe): Promise<number> {
  const rows = await all((page) => program.call('disputes.list', { ...first, page }));
  for (const [row, dispute] of paired('disputes', rows, stripe.disputes, ({ id }) => id)) {
    const expected = disputeDetail(stripe, dispute);
    same(`row of ${dispute.id}`, { ...expected, ...row }, expected);
    same(`page of ${dispute.id}`, await program.call('disputes.get', { id: row.id }), expected);
  }
  return rows.length;
}

async function payouts(program: Program, stripe: AtStripe): Promise<number> {
  const rows = await all((page) => program.call('payouts.list', { ...first, page }));
  for (const [row, payout] of paired('payouts', rows, stripe.payouts, ({ id }) => id)) {
    const expected = payoutDetail(stripe, payout);
    same(`row of ${payout.id}`, { ...expected, ...row }, expected);
    same(`page of ${payout.id}`, await program.call('payouts.get', { id: row.id }), expected);
  }
  return rows.length;
}

async function recurring(program: Program, stripe: AtStripe): Promise<number> {
  const sort = { by: 'created', ...first } as const;
  const rows = await all((page) => program.call('recurring.list', { filter: {}, sort, page }));
  for (const [row, subscription] of paired('recurring', rows, stripe.subscriptions, ourRecurring)) {
    const expected = recurringDetail(stripe, subscription);
    same(`row of ${subscription.id}`, { ...expected, ...row }, expected);
    same(`page of ${subscription.id}`, await program.call('recurring.get', { id: row.id }), expected);
  }
  return rows.length;
}

/** How many of each kind were compared. */
export interface Counts {
  readonly invoices: number;
  readonly payments: number;
  readonly refunds: number;
  readonly creditNotes: number;
  readonly disputes: number;
  readonly payouts: number;
  readonly recurring: number;
}

/** Fails at the first difference; answers how many of each kind were compared. */
export async function expectScreensAsAtStripe(program: Program): Promise<Counts> {
  const stripe = await readStripe(program.simulator);
  return {
    invoices: await invoices(program, stripe),
    payments: await payments(program, stripe),
    refunds: await refunds(program, stripe),
    creditNotes: await creditNotes(program, stripe),
    disputes: await disputes(program, stripe),
    payouts: await payouts(program, stripe),
    recurring: await recurring(program, stripe),
  };
}
