// Books of an earlier version, moved to the newest: what was in them is where the newer program looks for it.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Db } from '../../../main/store/database.ts';
import { writtenCompelling, writtenTexts } from '../../../main/store/dispute-answer.ts';
import { migrate, migrations, newestVersion } from '../../../main/store/migrate.ts';
import { indexQueued } from '../../../main/store/search.ts';
import { backfillPosition } from '../../../main/store/sync-position.ts';
import { withNewLists } from '../../../main/sync/backfill-plan.ts';

/** A database of an earlier version, filled by SQL that fits it. */
function books(version: number, sql: string): Database.Database {
  const connection = new Database(':memory:');
  migrate(
    connection,
    0,
    migrations.filter((step) => step.version <= version),
  );
  connection.exec(sql);
  return connection;
}

const INVOICE_COLUMNS = 'id, stripe_id, number_sort, status, customer_sort, currency, issue_day, created';

const OLD = `
  INSERT INTO tax_rate (id, stripe_id, name, percentage, inclusive, active, created) VALUES ('rate', 'txr_1', 'VAT', '19', 0, 1, 1);
  INSERT INTO invoice (${INVOICE_COLUMNS}) VALUES ('in_1', 'in_1', '', 'open', '', 'eur', '2026-06-01', 1);
  INSERT INTO invoice (${INVOICE_COLUMNS}) VALUES ('in_2', 'in_2', '', 'paid', '', 'eur', '2026-06-02', 2);
  INSERT INTO invoice (${INVOICE_COLUMNS}) VALUES ('draft', NULL, '', 'draft', '', 'eur', '2026-06-03', 3);
  INSERT INTO draft VALUES ('draft', '{"lines":[{"taxRateIds":["rate"]},{"taxRateIds":["rate","unknown"]}]}', 1, 1);
  INSERT INTO stripe_object (id, type, json) VALUES
    ('in_1', 'invoice', '{"parent":{"subscription_details":{"subscription":"sub_1"}},"lines":{"data":[{"taxes":[{"tax_rate_details":{"tax_rate":"txr_1"}}]}]}}'),
    ('in_2', 'invoice', '{"parent":null,"lines":{"data":[{"taxes":[]}]}}');
  INSERT INTO stripe_object (id, type, deleted, json) VALUES
    ('prod_1', 'product', 0, '{}'), ('price_1', 'price', 0, '{}'), ('SUMMER', 'coupon', 0, '{}'), ('GONE', 'coupon', 1, '{}');
  INSERT INTO sync_position VALUES ('backfill', '{"kind":"first","startedAt":9,"createdFrom":null,"refetched":true,"done":true,
    "resources":[{"resource":"invoices","after":"in_1","objects":2,"done":true},{"resource":"products","after":null,"objects":4,"done":true}]}');`;

test('books that were filled before list what a newer program lists as well, and nothing else', () => {
  const connection = books(3, OLD);
  migrate(connection, 3);
  expect(connection.pragma('user_version', { simple: true })).toBe(newestVersion());
  const before = backfillPosition.read(new Db(connection));
  if (!before) throw new Error('The position is gone');
  const after = withNewLists(before, 'live');
  expect(after.done).toBe(false);
  expect(after.resources.filter(({ done }) => done)).toEqual(before.resources);
  expect(after.resources.map(({ resource }) => resource)).toContain('subscriptions');
  expect(withNewLists({ ...after, done: true }, 'live')).toEqual({ ...after, done: true });
});

test('items, prices and coupons that are there are read anew into their tables', () => {
  const connection = books(3, OLD);
  migrate(connection, 3);
  const again = connection.prepare('SELECT id FROM apply_again ORDER BY id').pluck().all();
  expect(again).toEqual(['SUMMER', 'price_1', 'prod_1']);
});

test('invoices that are there know the subscription they came of, and what they use is counted in time', () => {
  const connection = books(3, OLD);
  migrate(connection, 3);
  const db = new Db(connection);
  expect(db.all('SELECT id, subscription_stripe_id AS of FROM invoice ORDER BY created')).toEqual([
    { id: 'in_1', of: 'sub_1' },
    { id: 'in_2', of: null },
    { id: 'draft', of: null },
  ]);
  while (indexQueued(db, 10) > 0);
  expect(
    db.all(
      'SELECT invoice.id FROM catalogue_use JOIN invoice ON invoice.seq = invoice_seq WHERE catalogue_use.id = ? ORDER BY invoice.seq',
      ['rate'],
    ),
  ).toEqual([{ id: 'in_1' }, { id: 'draft' }]);
});

const TOLD = `
  INSERT INTO payment (id, charge_id, status, currency, amount, amount_received, amount_refunded, created, day)
    VALUES ('pi_1', 'ch_1', 'succeeded', 'eur', 1, 1, 0, 1, '2026-06-01');
  INSERT INTO refund (id, stripe_id, payment_id, currency, amount, status, created, day)
    VALUES ('re_1', 're_1', 'pi_1', 'eur', 1, 'succeeded', 1, '2026-06-01');
  INSERT INTO dispute (id, charge_id, payment_id, status, currency, amount, reason, created)
    VALUES ('du_1', 'ch_1', 'pi_1', 'lost', 'eur', 1, 'general', 1);
  INSERT INTO event (id, created, type, object_id) VALUES
    ('evt_1', 1, 'payment_intent.succeeded', 'pi_1'), ('evt_2', 1, 'charge.updated', 'ch_1'), ('evt_3', 1, 'refund.created', 're_1'),
    ('evt_4', 1, 'charge.dispute.closed', 'du_1'), ('evt_5', 1, 'customer.updated', 'cus_1'), ('evt_6', 1, 'payout.paid', 'po_1');`;

test('events that were kept before are found by the payment or customer that they are about', () => {
  const connection = books(5, TOLD);
  migrate(connection, 5);
  const events = connection.prepare('SELECT payment_id, customer_id FROM event ORDER BY id').all();
  const about = (payment: string | null, customer: string | null = null) => ({
    payment_id: payment,
    customer_id: customer,
  });
  expect(events).toEqual([
    about('pi_1'),
    about('pi_1'),
    about('pi_1'),
    about('pi_1'),
    about(null, 'cus_1'),
    about(null),
  ]);
});

test('disputes that were there stay, in their order, and are read anew for what a newer program shows of them', () => {
  const connection = books(
    7,
    `INSERT INTO dispute (id, charge_id, payment_id, status, currency, amount, reason, due_by, created) VALUES
       ('du_1', 'ch_1', 'pi_1', 'warning_needs_response', 'eur', 5, 'general', 99, 86400),
       ('du_2', 'ch_2', NULL, 'lost', 'usd', 7, 'fraudulent', NULL, 1);
     INSERT INTO stripe_object (id, type, json) VALUES ('du_1', 'dispute', '{}'), ('ch_1', 'charge', '{}');
     INSERT INTO apply_again VALUES ('du_1');`,
  );
  migrate(connection, 7);
  const rows = connection
    .prepare('SELECT id, payment_id, standing, currency, amount, due_by, day FROM dispute ORDER BY seq')
    .all();
  expect(rows).toEqual([
    {
      id: 'du_2',
      payment_id: null,
      standing: 'lost',
      currency: 'usd',
      amount: 7,
      due_by: null,
      day: '1970-01-01',
    },
    {
      id: 'du_1',
      payment_id: 'pi_1',
      standing: 'needs-answer',
      currency: 'eur',
      amount: 5,
      due_by: 99,
      day: '1970-01-02',
    },
  ]);
  expect(connection.prepare('SELECT id FROM apply_again').pluck().all()).toEqual(['du_1']);
});

test('credit notes that are there are read anew into their table', () => {
  const connection = books(
    9,
    `INSERT INTO stripe_object (id, type, deleted, json) VALUES
       ('cn_1', 'credit_note', 0, '{}'), ('cn_2', 'credit_note', 1, '{}'), ('in_9', 'invoice', 0, '{}');`,
  );
  connection.exec('DELETE FROM apply_again');
  migrate(connection, 9);
  expect(connection.prepare('SELECT id FROM apply_again').pluck().all()).toEqual(['cn_1']);
});

test('nothing is due on invoices that are void', () => {
  const connection = books(21, '');
  connection.exec(`
    INSERT INTO invoice (${INVOICE_COLUMNS}, amount_remaining) VALUES ('in_1', 'in_1', '', 'void', '', 'eur', '2026-06-01', 1, 500);
    INSERT INTO invoice (${INVOICE_COLUMNS}, amount_remaining) VALUES ('in_2', 'in_2', '', 'open', '', 'eur', '2026-06-01', 1, 700);`);
  migrate(connection, 21);
  const due = connection.prepare('SELECT id, amount_remaining AS due FROM invoice ORDER BY id').all();
  expect(due).toEqual([
    { id: 'in_1', due: 0 },
    { id: 'in_2', due: 700 },
  ]);
});

test('answers to disputes that were being written stay as they were, without any compelling evidence', () => {
  const connection = books(23, `INSERT INTO dispute_answer VALUES ('du_1', '{"customer_name":"Acme"}', 5);`);
  migrate(connection, 23);
  const db = new Db(connection);
  expect(writtenTexts(db, 'du_1')).toEqual({ customer_name: 'Acme' });
  expect(writtenCompelling(db, 'du_1')).toBeNull();
});

const POSTED = `
  INSERT INTO posting (entry_seq, line, account, sub, currency, amount, day) VALUES
    (1, 0, 1000, 'cus_1', 'eur', 1190, '2026-06-01'), (1, 1, 4000, '', 'eur', -1000, '2026-06-01'), (1, 2, 2100, 'txr_1', 'eur', -190, '2026-06-01');
  INSERT INTO journal_entry (seq, case_id, cause, version, day, posted_at, chain)
    VALUES (1, 'in_1', 'invoice.finalized:in_1', 1, '2026-06-01', 9, 'a');`;
const POSTINGS =
  'SELECT entry_seq, line, account, sub, currency, amount, day FROM posting ORDER BY entry_seq, line';
const SUMS = 'SELECT account, currency, month, debit, credit FROM account_sum ORDER BY account';

test('a journal that is there stays row for row, is still never changed, and takes on what comes', () => {
  const connection = books(25, POSTED);
  const read = (sql: string): readonly unknown[] => connection.prepare(sql).all();
  const [postings, sums] = [read(POSTINGS), read(SUMS)];
  expect(postings).toHaveLength(3);
  migrate(connection, 25);
  expect(read(POSTINGS)).toEqual(postings);
  expect(read(SUMS)).toEqual(sums);
  for (const sql of ['UPDATE posting SET amount = 1', 'DELETE FROM posting', 'DELETE FROM journal_entry'])
    expect(() => connection.exec(sql)).toThrow('the journal is never changed');
  const added = (seq: number, amount: number): string =>
    `INSERT INTO posting VALUES (${seq}, 3, 1000, '', 'eur', ${amount}, '2026-06-02')`;
  expect(() => connection.exec(added(1, 1))).toThrow('an entry is never added to');
  expect(() => connection.exec(added(2, Number.MAX_SAFE_INTEGER + 1))).toThrow('CHECK constraint failed');
  connection.exec(added(2, 5));
  const entry = `INSERT INTO journal_entry (seq, case_id, cause, version, day, posted_at, chain) VALUES (2, 'in_2', 'x:in_2', 1, '2026-06-02', 9, 'b')`;
  expect(() => connection.exec(entry)).toThrow('an entry is the next one, and balances');
  connection.exec("INSERT INTO posting VALUES (2, 4, 4000, '', 'eur', -5, '2026-06-02')");
  connection.exec(entry);
  expect(read(`${SUMS} LIMIT 1`)).toEqual([
    { account: 1000, currency: 'eur', month: '2026-06', debit: 1195, credit: 0 },
  ]);
});

test('nothing of a transaction is left that would add to an entry', () => {
  const connection = books(newestVersion(), POSTED);
  const adding = connection.transaction(() => {
    connection.exec("INSERT INTO meta VALUES ('before', '1')");
    connection.exec("INSERT INTO posting VALUES (1, 3, 1000, '', 'eur', 1, '2026-06-01')");
  });
  expect(() => adding()).toThrow('an entry is never added to');
  expect(connection.inTransaction).toBe(false);
  expect(connection.prepare("SELECT * FROM meta WHERE key = 'before'").all()).toEqual([]);
  expect(connection.prepare(POSTINGS).all()).toHaveLength(3);
});
