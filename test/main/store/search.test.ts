import { beforeEach, expect, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import { findCustomers } from '../../../main/store/customer-find.ts';
import {
  indexCustomer,
  indexInvoice,
  indexLater,
  indexPayment,
  indexQueued,
  unindex,
} from '../../../main/store/search.ts';
import { searchHits } from '../../../main/store/search-hits.ts';
import { newestInvoices, newestPayments } from '../../../main/store/search-newest.ts';
import { memoryDb } from '../../support/memory-db.ts';

let db: Db;
beforeEach(() => {
  db = memoryDb();
  db.run(
    `INSERT INTO invoice (seq, id, stripe_id, number, number_sort, status, customer_name, customer_sort, customer_email, customer_stripe_id,
       currency, total, issue_day, created, memo, po_number)
     VALUES (1, 'in_1AbcDefGh', 'in_1AbcDefGh', 'ACME-0042', 'acme-000000000042', 'open', 'Müller & Söhne', 'muller', 'ap@mueller.example',
       'cus_Xy12Zz', 'eur', 123450, '2026-01-01', 1, 'Thanks', 'PO-77')`,
  );
  const json = {
    lines: { data: [{ description: 'Brand design' }, { description: 'Hosting "eu-west"' }] },
    custom_fields: [{ name: 'Project', value: 'Falcon' }],
  };
  db.run("INSERT INTO stripe_object VALUES ('in_1AbcDefGh', 'invoice', 1, 0, ?)", [JSON.stringify(json)]);
  indexInvoice(db, 1);
});

function found(text: string): readonly number[] {
  const hits = searchHits(db, 'invoice', text);
  return hits ? db.all<{ seq: number }>(`SELECT t.seq FROM ${hits.from}`).map(({ seq }) => seq) : [];
}

test.each([
  'ACME-0042',
  '0042',
  'müller',
  'MULLER',
  'söhne',
  'ap@mueller',
  'thanks',
  'po-77',
  'brand design',
  'design hosting',
  '"eu-west"',
  'falcon',
  '1234.50',
  '1.234,50',
  '1,234.50',
  '1234,5',
  '1234',
  'in_1AbcDefGh',
  'in_1Abc',
  'cus_Xy12Zz',
  'AC',
  'a',
  'mu',
  'acme 1234.50 falcon',
])('an invoice is found by %s', (text) => {
  expect(found(text)).toEqual([1]);
});

test.each([
  'in_1abcdefgh',
  'cus_Xy12Zz9',
  'zz',
  '1235.50',
  'brand hosting nothing',
  'OR',
  'NOT thanks',
  'brand OR nothing',
  'hosting NEAR',
  'memo:thanks',
  'th*ks',
  '^acme',
])('it is not found by %s, nor does that break the search', (text) => {
  expect(found(text)).toEqual([]);
});

test.each(['', '   ', '\u0000'])('nothing typed is no search (%j)', (text) => {
  expect(searchHits(db, 'invoice', text)).toBeNull();
});

test('the words of our own draft take the place of those at Stripe', () => {
  const content = {
    lines: [{ description: 'Copywriting' }],
    customFields: [{ name: 'Ref', value: 'Heron' }],
  };
  db.run("INSERT INTO draft VALUES ('in_1AbcDefGh', ?, 1, 1)", [JSON.stringify(content)]);
  indexInvoice(db, 1);
  expect([found('copywriting'), found('heron'), found('falcon'), found('brand')]).toEqual([[1], [1], [], []]);
});

test('a changed entry is found by its new words only, and a removed one not at all', () => {
  db.run("UPDATE invoice SET memo = 'Regards' WHERE seq = 1");
  expect(found('regards')).toEqual([]);
  indexInvoice(db, 1);
  expect([found('regards'), found('thanks')]).toEqual([[1], []]);
  unindex(db, 'invoice', 1);
  expect(found('regards')).toEqual([]);
});

test('a search is asked anew once anything was written, and answers the same while nothing was', () => {
  expect([found('thanks'), found('thanks')]).toEqual([[1], [1]]);
  unindex(db, 'invoice', 1);
  expect(found('thanks')).toEqual([]);
});

test('what is left for later is indexed in portions, and stays in the queue when that is interrupted', () => {
  const ids = [2, 3, 4, 5, 6].map((seq) => `in_${seq}`);
  for (const id of ids) {
    db.run(
      `INSERT INTO invoice (id, stripe_id, number_sort, status, customer_sort, currency, issue_day, created, memo)
       VALUES (?, ?, '', 'open', '', 'eur', '2026-01-01', 1, 'backfilled')`,
      [id, id],
    );
  }
  indexLater(db, 'invoice', ids);
  expect(found('backfilled')).toEqual([]);
  expect(indexQueued(db, 2)).toBe(2);
  const crash = (): void =>
    db.transaction(() => {
      indexQueued(db, 2);
      throw new Error('killed');
    });
  expect(crash).toThrow('killed');
  expect(found('backfilled')).toHaveLength(2);
  expect([indexQueued(db, 100), indexQueued(db, 100)]).toEqual([3, 0]);
  expect(found('backfilled')).toHaveLength(5);
});

test('customers are found by name, address and reference, those that begin with the words first', () => {
  const add = (seq: number, name: string, last: number, archived = 0): void => {
    const fields = {
      name,
      address: { city: 'Zürich' },
      taxIds: [{ value: `CHE-${seq}00` }],
      note: 'pays late',
    };
    db.run(
      `INSERT INTO customer (seq, id, name, name_sort, email, fields, created, reference, archived)
       VALUES (?, ?, ?, ?, 'x@example.com', ?, 1, ?, ?)`,
      [seq, `c${seq}`, name, name.toLowerCase(), JSON.stringify(fields), `K-${seq}`, archived],
    );
    db.run('UPDATE customer SET last_invoiced = ? WHERE seq = ?', [last, seq]);
    indexCustomer(db, seq);
  };
  add(1, 'Best Foods', 5);
  add(2, 'Foods of Zug', 9);
  add(3, 'Archived Foods', 99, 1);
  const ids = (text: string): readonly string[] => findCustomers(db, text, 20).map(({ id }) => id);
  expect(ids('foods')).toEqual(['c2', 'c1']);
  expect(ids('zurich')).toEqual(['c2', 'c1']);
  expect([ids('CHE-200'), ids('K-1'), ids('fo'), ids('pays late foods'), ids('nobody')]).toEqual([
    ['c2'],
    ['c1'],
    ['c2'],
    ['c2', 'c1'],
    [],
  ]);
  expect(ids('')).toEqual(['c2', 'c1']);
});

test('payments are found by customer, method, amount, invoice number and id', () => {
  db.run(
    `INSERT INTO payment (seq, id, charge_id, invoice_stripe_id, customer_name, method, status, currency, amount, created, day)
     VALUES (7, 'pi_3Abcd', 'ch_3Abcd', 'in_1AbcDefGh', 'Müller', 'Visa •••• 4242', 'succeeded', 'jpy', 98765, 1, '2026-01-01')`,
  );
  indexPayment(db, 7);
  for (const text of [
    'müller',
    'visa',
    '4242',
    '98765',
    '98,765',
    'acme-0042',
    'pi_3Abcd',
    'ch_3Abcd',
    'in_1AbcDefGh',
    'mü',
  ]) {
    expect([text, newestPayments(db, text, 8).map(({ id }) => id)]).toEqual([text, ['pi_3Abcd']]);
  }
  expect(newestPayments(db, 'mastercard', 8)).toEqual([]);
  expect(newestInvoices(db, 'acme', 8).map(({ id }) => id)).toEqual(['in_1AbcDefGh']);
  expect(newestInvoices(db, '', 8)).toEqual([]);
});
