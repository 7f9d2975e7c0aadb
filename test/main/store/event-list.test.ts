import { describe, expect, it } from 'vitest';
import { listEvents } from '../../../main/invoicing/list-events.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertEvent } from '../../../main/store/events.ts';
import { applyAll } from '../../support/mirror.ts';
import { customer, invoice } from '../../support/stripe-objects.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { useContext as contextOver } from '../../support/use-context.ts';

const SUMMARY = {
  object: 'invoice',
  status: null,
  previousStatus: null,
  amount: 12_345,
  currency: 'eur',
  reason: null,
  failure: null,
};

function addEvent(
  db: Db,
  id: string,
  created: number,
  type: string,
  more: Partial<Parameters<typeof insertEvent>[1]> = {},
): void {
  insertEvent(db, {
    id,
    created,
    type,
    objectId: null,
    invoiceStripeId: null,
    paymentId: null,
    customerId: null,
    idempotencyKey: null,
    summary: SUMMARY,
    ...more,
  });
}

function told(): Db {
  const db = memoryDb();
  applyAll(db, [customer('cus_1', { name: 'Harbour & Finch' }), invoice('in_1', { number: 'NL-0042' })]);
  addEvent(db, 'evt_1', 100, 'customer.created', { objectId: 'cus_1', customerId: 'cus_1' });
  addEvent(db, 'evt_2', 200, 'invoice.finalized', { objectId: 'in_1', invoiceStripeId: 'in_1' });
  addEvent(db, 'evt_3', 200, 'invoice.sent', { objectId: 'in_1', invoiceStripeId: 'in_1' });
  addEvent(db, 'evt_4', 300, 'payout.failed', {
    objectId: 'po_9',
    summary: { ...SUMMARY, failure: 'account_closed' },
  });
  return db;
}

const found = (db: Db, search: string): readonly string[] =>
  listEvents(contextOver({ db }), { search, limit: 50 }).rows.map(({ id }) => id);

describe('searching events', () => {
  it.each([
    ['e-mailed', ['evt_3']],
    ['INVOICE.SENT', ['evt_3']],
    ['nl-0042', ['evt_3', 'evt_2']],
    ['finch', ['evt_1']],
    ['po_9', ['evt_4']],
    ['evt_2', ['evt_2']],
    ['100%_', []],
  ])('%s finds what it says', (search, ids) => {
    expect(found(told(), search)).toEqual(ids);
  });

  it('says the particulars in words, and where it is shown', () => {
    const { rows } = listEvents(contextOver({ db: told() }), { limit: 10 });
    expect(rows[0]).toMatchObject({
      text: 'Payout failed',
      detail: '€123.45 · account closed',
      tone: 'bad',
      place: null,
    });
    expect(rows[1]).toMatchObject({
      text: 'Invoice e-mailed',
      place: { kind: 'invoice', id: 'in_1', label: 'NL-0042' },
    });
  });
});

describe('a long history', () => {
  const MANY = 25_000;
  const long = (): Db => {
    const db = memoryDb();
    db.transaction(() => {
      // Twelve a second: the place in the list is the second and the id.
      for (let n = 0; n < MANY; n += 1)
        addEvent(
          db,
          `evt_${String(n).padStart(6, '0')}`,
          Math.floor(n / 12),
          n === 7 ? 'payout.failed' : 'charge.updated',
        );
    });
    return db;
  };

  it('is read page by page, each event once, newest first', () => {
    const context = contextOver({ db: long() });
    const seen: string[] = [];
    let before: string | null | undefined;
    for (let page = 0; page < 3; page += 1) {
      const answer = listEvents(context, { limit: 200, ...(before ? { before } : {}) });
      seen.push(...answer.rows.map(({ id }) => id));
      before = answer.next;
    }
    expect(seen).toEqual(
      Array.from({ length: 600 }, (_, index) => `evt_${String(MANY - 1 - index).padStart(6, '0')}`),
    );
  });

  it('is searched in parts, so that no search is slow, and goes on to the end', () => {
    const context = contextOver({ db: long() });
    const parts: number[] = [];
    let before: string | null | undefined;
    do {
      const answer = listEvents(context, {
        search: 'payout failed',
        limit: 50,
        ...(before ? { before } : {}),
      });
      parts.push(answer.rows.length);
      before = answer.next;
    } while (before !== null);
    expect(parts).toEqual([0, 0, 1]);
  });
});
