// From the schema before money in detail to the one with it: what was kept of Stripe's objects fills the new columns and tables.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Db } from '../../../main/store/database.ts';
import { migrate, migrations } from '../../../main/store/migrate.ts';
import { money } from '../../../main/store/migrations/0003-money.ts';
import type { StripeObject } from '../../../main/stripe/request.ts';
import { applyNextAgain } from '../../../main/sync/apply-again.ts';
import type { SyncParts } from '../../../main/sync/sync-parts.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll, mirrorOf } from '../../support/mirror.ts';
import {
  balanceTransaction,
  charge,
  customer,
  invoicePayment,
  NOON,
  paidInvoice,
  paymentIntent,
} from '../../support/stripe-objects.ts';

const PAYOUT: StripeObject = {
  id: 'po_1',
  object: 'payout',
  status: 'paid',
  currency: 'eur',
  amount: 10_524,
  automatic: true,
  method: 'standard',
  reconciliation_status: 'completed',
  balance_transaction: 'txn_2',
  failure_code: null,
  created: NOON,
  arrival_date: NOON + 86_400,
};

const OBJECTS: readonly StripeObject[] = [
  customer('cus_1', { invoice_settings: { default_payment_method: 'pm_1' } }),
  paidInvoice('in_1', { amount_overpaid: 250 }),
  invoicePayment('inpay_1', 'in_1', 'pi_1'),
  charge('ch_1', 'pi_1', {
    status: 'failed',
    failure_code: 'card_declined',
    outcome: { reason: 'lost_card', advice_code: 'do_not_try_again' },
  }),
  paymentIntent('pi_1', 'ch_1', { status: 'requires_payment_method' }),
  balanceTransaction('txn_1', 'ch_1', {
    reporting_category: 'charge',
    fee_details: [
      { type: 'stripe_fee', amount: 156 },
      { type: 'tax', amount: 30 },
    ],
  }),
  PAYOUT,
];

const before = migrations.findIndex(({ sql }) => sql === money);

/** The old program's books: the objects whole, and the rows that it made of them. */
function booksOfTheOldSchema(): Db {
  const connection = new Database(':memory:');
  migrate(connection, 0, migrations.slice(0, before));
  const old = new Db(connection);
  const now = memoryDb();
  applyAll(now, OBJECTS);
  for (const table of [
    'stripe_object',
    'customer',
    'invoice',
    'invoice_payment',
    'payment',
    'balance_transaction',
  ]) {
    const columns = old
      .all<{ name: string }>(`SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0`)
      .map(({ name }) => name);
    for (const row of now.all<Record<string, string | number | null>>(
      `SELECT ${columns.join(', ')} FROM ${table}`,
    )) {
      old.run(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        columns.map((column) => row[column] ?? null),
      );
    }
  }
  migrate(connection, before);
  return old;
}

const partsOf = (db: Db): SyncParts => ({
  db,
  gateway: {
    write: () => Promise.reject(new Error('Stripe is not needed')),
    get: () => Promise.reject(new Error('Stripe is not needed')),
    list: () => Promise.reject(new Error('Stripe is not needed')),
    previewCreditNote: () => Promise.reject(new Error('Stripe is not needed')),
    account: () => Promise.reject(new Error('Stripe is not needed')),
    balance: () => Promise.reject(new Error('Stripe is not needed')),
    preview: () => Promise.reject(new Error('Stripe is not needed')),
  },
  clock: { now: () => 0 },
  log: { info: () => undefined, error: () => undefined },
  timeZone: () => 'Europe/Berlin',
  announce: () => undefined,
});

test('the kept objects are applied once more, and the books are as if they had always been of the new schema', () => {
  const old = booksOfTheOldSchema();
  expect(old.get('SELECT amount_overpaid FROM invoice')).toEqual({ amount_overpaid: 0 });
  expect(old.all('SELECT id FROM payout')).toEqual([]);
  const parts = partsOf(old);
  expect(applyNextAgain(parts)).toBe(true);
  expect(applyNextAgain(parts)).toBe(false);
  const fresh = memoryDb();
  applyAll(fresh, OBJECTS);
  expect(mirrorOf(old)).toEqual(mirrorOf(fresh));
  expect(old.get('SELECT standing, decline_code FROM payment')).toEqual({
    standing: 'failed',
    decline_code: 'lost_card',
  });
  expect(old.get('SELECT fee_tax, category, day FROM balance_transaction')).toEqual({
    fee_tax: 30,
    category: 'charge',
    day: '2026-06-01',
  });
});

test('it goes on where it was interrupted', () => {
  const old = booksOfTheOldSchema();
  for (let n = 0; n < 450; n += 1) old.run('INSERT INTO apply_again VALUES (?)', [`gone_${n}`]);
  let portions = 0;
  while (applyNextAgain(partsOf(old))) portions += 1;
  expect(portions).toBe(3);
  expect(old.get('SELECT id FROM payout')).toEqual({ id: 'po_1' });
});
