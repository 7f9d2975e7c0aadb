import { expect, it } from 'vitest';
import { deriveInvoice, invoicesToDerive } from '../../../main/store/derive-invoice.ts';
import type { Db } from '../../../main/store/database.ts';
import { memoryDb } from '../../support/memory-db.ts';

const INVOICE = 'id, stripe_id, number_sort, status, customer_sort, currency, issue_day, created';

/** An invoice of which nothing is said, with its payment. */
function addInvoice(db: Db, id: string, paymentStatus = 'paid'): void {
  db.run(`INSERT INTO invoice (${INVOICE}) VALUES (?, ?, '', 'open', '', 'eur', '2026-06-01', 1)`, [id, id]);
  db.run('INSERT INTO invoice_payment VALUES (?, ?, ?, 100, ?, 1)', [
    `inpay_${id}`,
    id,
    `pi_${id}`,
    paymentStatus,
  ]);
}

const refund = (id: string): string =>
  `INSERT INTO refund (id, stripe_id, payment_id, currency, amount, status, created, day) VALUES ('re', 're', 'pi_${id}', 'eur', 5, 'succeeded', 1, '')`;
const dispute = (id: string): string =>
  `INSERT INTO dispute (id, charge_id, payment_id, status, currency, amount, reason, created, day) VALUES ('du', 'ch', 'pi_${id}', 'needs_response', 'eur', 5, '', 1, '')`;
const sent = (id: string): string =>
  `INSERT INTO event (id, created, type, object_id) VALUES ('evt', 7, 'invoice.sent', '${id}')`;

it.each([
  ['a refund of its payment', refund('in_1')],
  ['a dispute about its payment', dispute('in_1')],
  ['the word that it was sent', sent('in_1')],
])('looks at an invoice because of %s, also when that is gone', (_, sql) => {
  const db = memoryDb();
  addInvoice(db, 'in_1');
  addInvoice(db, 'in_2');
  expect(invoicesToDerive(db, ['in_1', 'in_2', 'in_unknown'])).toEqual([]);
  db.exec(sql);
  expect(invoicesToDerive(db, ['in_1', 'in_2'])).toEqual(['in_1']);
  expect(deriveInvoice(db, 'in_1')).toBe(true);
  db.exec('DELETE FROM refund; DELETE FROM dispute; DELETE FROM event');
  expect(invoicesToDerive(db, ['in_1', 'in_2'])).toEqual(['in_1']);
  expect(deriveInvoice(db, 'in_1')).toBe(true);
  expect(invoicesToDerive(db, ['in_1', 'in_2'])).toEqual([]);
});

it('looks at an invoice whose payment is still open: it may be processing', () => {
  const db = memoryDb();
  addInvoice(db, 'in_1', 'open');
  expect(invoicesToDerive(db, ['in_1'])).toEqual(['in_1']);
});
