// Revenue accounts of items as a bookkeeper chooses them from time to time: what is posted stays, and what comes follows.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { listAccounts, readChart } from '../../../main/books/chart.ts';
import { postNext } from '../../../main/books/poster.ts';
import { itemAccount, openAccount, setItemAccount } from '../../../main/books/revenue-accounts.ts';
import { verifyBooks } from '../../../main/books/verify.ts';
import type { Db } from '../../../main/store/database.ts';
import { entriesAfter } from '../../../main/store/journal.ts';
import { applyObjects } from '../../../main/sync/apply.ts';
import { Changes } from '../../../main/sync/changes.ts';
import { isRevenue } from '../../../shared/domain/books/accounts.ts';
import { dayOf } from '../../../shared/domain/dates.ts';
import { WORLD_PRODUCTS } from '../../support/booked-lines.ts';
import { createBookedWorld, type Happening } from '../../support/booked-world.ts';
import { openAccounts } from '../../support/item-accounts.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { NOON, product } from '../../support/stripe-objects.ts';

const [SERVICE] = WORLD_PRODUCTS;
const CODES = { datev: '', quickbooks: '', xero: '' };
const day = (at: number): string => dayOf(at, 'Europe/Berlin');
const context = { timeZone: 'Europe/Berlin', changes: new Changes(), indexing: 'later' } as const;

let db: Db;
let services: number;

beforeEach(() => {
  db = memoryDb();
  db.transaction(() =>
    applyObjects(
      db,
      WORLD_PRODUCTS.map((id) => product(id)),
      context,
    ),
  );
  [services = 0] = openAccounts(db, ['Services']);
});

const give = (item: string, account: number): void => {
  setItemAccount({ db, now: () => NOON }, { commandId: randomUUID(), item, account });
};

/** Goes through happenings, the books kept all the while. */
function live(name: string, ...happenings: readonly Happening[]): void {
  const world = createBookedWorld(name, 'eur');
  for (const happening of happenings) follow(world, happening);
}

function follow(world: ReturnType<typeof createBookedWorld>, happening: Happening): void {
  db.transaction(() => applyObjects(db, world.happen(happening), context));
  while (postNext({ db, clock: { now: () => NOON * 1_000 }, dayOf: day }));
}

/** Revenue of each entry by the names of the accounts, credits positive. */
function revenue(): readonly string[] {
  const chart = readChart(db);
  return entriesAfter(db, 0, 1_000).flatMap(({ cause, postings }) => {
    const sold = postings.filter(({ account }) => isRevenue(account));
    const words = sold.map(
      ({ account, amount }) => `${chart.of(account).name} ${(-amount / 100).toFixed(2)}`,
    );
    return words.length === 0 ? [] : [`${cause.replace(/_\d+$/, '')}: ${words.join(', ')}`];
  });
}

const finding = async () =>
  (await verifyBooks({ db, dayOf: day, pause: () => Promise.resolve(true) }))?.finding;

describe('an account that is chosen', () => {
  test('counts for what is posted from then on, after discounts and without tax', async () => {
    live('one', { what: 'finalize', share: 1 });
    give(SERVICE, services);
    live('two', { what: 'finalize', share: 1 });
    expect(revenue()).toEqual([
      'invoice.finalized:in_one: Revenue 100.00',
      'invoice.finalized:in_two: Revenue 40.00, Services 60.00',
    ]);
    expect(await finding()).toBeNull();
  });

  test('counts for the credit notes and the voiding of what was posted by it, however it is changed meanwhile', async () => {
    give(SERVICE, services);
    const world = createBookedWorld('one', 'eur');
    follow(world, { what: 'finalize', share: 1 });
    give(SERVICE, 4000);
    // 40 % of what is owed, for the services; then the rest is voided.
    follow(world, { what: 'credit', share: 40 });
    follow(world, { what: 'void', share: 1 });
    expect(revenue()).toEqual([
      'invoice.finalized:in_one: Revenue 40.00, Services 60.00',
      'credit-note.issued:cn_one: Services -40.00',
      'invoice.voided:in_one: Revenue -40.00, Services -20.00',
    ]);
    expect(await finding()).toBeNull();
  });

  test('does not count for a credit note to what was posted before it', async () => {
    const world = createBookedWorld('one', 'eur');
    follow(world, { what: 'finalize', share: 1 });
    give(SERVICE, services);
    follow(world, { what: 'credit', share: 40 });
    expect(revenue()).toEqual([
      'invoice.finalized:in_one: Revenue 100.00',
      'credit-note.issued:cn_one: Revenue -40.00',
    ]);
    expect(await finding()).toBeNull();
  });

  test('can be changed by nobody afterwards, and a verification names the invoice when somebody did', async () => {
    give(SERVICE, services);
    live('one', { what: 'finalize', share: 1 });
    expect(() => db.run('UPDATE item_account SET account = 4000')).toThrow('never changed');
    expect(() => db.run('DELETE FROM item_account')).toThrow('never changed');
    db.run('DROP TRIGGER item_account_kept');
    db.run('UPDATE item_account SET account = 4000');
    expect(await finding()).toMatchObject({ kind: 'case', caseId: 'in_one' });
  });
});

describe('a revenue account', () => {
  const open = (name: string, number: string) =>
    openAccount({ db, now: () => NOON }, { commandId: randomUUID(), name, number, codes: CODES });

  test('is opened beside those that are there, under a name and a number of its own', () => {
    expect(() => open('Revenue', '8510')).toThrow('invalid-input');
    expect(() => open('Goods', '4000')).toThrow('invalid-input');
    expect(() => open('', '8510')).toThrow('invalid-input');
    expect(open('Goods', '8510')).toEqual({ account: services + 1 });
    give(SERVICE, services + 1);
    const { rows } = listAccounts(db);
    expect(rows.find(({ account }) => account === services + 1)).toMatchObject({
      name: 'Goods',
      number: '8510',
      type: 'income',
      standard: null,
      items: 1,
    });
    expect(itemAccount(db, { item: SERVICE })).toEqual({ account: services + 1 });
  });

  test('is given to an item only when it is open, and is one of revenue', () => {
    expect(() => give(SERVICE, 4150)).toThrow('not-found');
    expect(() => give(SERVICE, 1200)).toThrow('not-found');
    expect(() => give('prod_nothing', services)).toThrow('not-found');
    expect(itemAccount(db, { item: SERVICE })).toEqual({ account: 4000 });
  });
});
