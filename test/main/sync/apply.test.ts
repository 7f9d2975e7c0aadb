import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import type { StripeObject } from '../../../main/stripe/request.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll, found, mirrorOf } from '../../support/mirror.ts';
import {
  balanceTransaction,
  charge,
  coupon,
  customer,
  dispute,
  draftInvoice,
  invoice,
  invoicePayment,
  NOON,
  paidInvoice,
  paymentIntent,
  price,
  product,
  refund,
  taxRate,
} from '../../support/stripe-objects.ts';

const STORY: readonly StripeObject[] = [
  customer('cus_1'),
  customer('cus_2', { name: 'Grace Hopper' }),
  { id: 'cus_3', object: 'customer', deleted: true },
  customer('cus_3', { name: 'Gone' }),
  invoice('in_1'),
  paidInvoice('in_2', { customer: 'cus_2', customer_name: 'Grace Hopper' }),
  draftInvoice('in_3'),
  { id: 'in_3', object: 'invoice', deleted: true },
  invoicePayment('inpay_1', 'in_2', 'pi_1'),
  invoicePayment('inpay_2', 'in_1', 'pi_2', { status: 'open', amount_paid: null }),
  paymentIntent('pi_1', 'ch_1', { customer: 'cus_2' }),
  paymentIntent('pi_2', 'ch_2', { status: 'processing', amount_received: 0 }),
  charge('ch_1', 'pi_1', { customer: 'cus_2', amount_refunded: 1_500, balance_transaction: 'txn_1' }),
  charge('ch_2', 'pi_2', {
    status: 'pending',
    payment_method_details: { type: 'sepa_debit', sepa_debit: { last4: '3000' } },
  }),
  charge('ch_3', null, { balance_transaction: balanceTransaction('txn_3', 'ch_3') }),
  refund('re_1', 'pi_1'),
  refund('re_2', 'pi_1', { amount: 500, status: 'pending' }),
  dispute('dp_1', 'pi_1', {
    balance_transactions: [balanceTransaction('txn_2', 'dp_1', { type: 'adjustment' })],
  }),
  balanceTransaction('txn_1', 'ch_1'),
  taxRate('txr_1', { percentage: 8.875 }),
  product('prod_1'),
  price('price_1', 'prod_1', { recurring: { interval: 'month', interval_count: 3 } }),
  price('price_2', 'prod_1', { active: false, unit_amount_decimal: '6.75' }),
  // Brought along by the line of an invoice: no item of the catalogue.
  product('prod_2', { active: false, updated: NOON }),
  price('price_3', 'prod_2', { active: false }),
  product('prod_3'),
  { id: 'prod_3', object: 'product', deleted: true },
  coupon('SUMMER'),
  coupon('GONE', { percent_off: null, amount_off: 500, currency: 'eur' }),
  { id: 'GONE', object: 'coupon', deleted: true },
  { id: 'cn_1', object: 'credit_note', created: NOON, anything: [1, { two: 3 }] },
  { id: 'x_1', object: 'type_of_2027' },
];

function applied(objects: readonly StripeObject[]): Db {
  const db = memoryDb();
  applyAll(db, objects);
  return db;
}

describe('apply', () => {
  it('comes to the same tables in any order, in any batches, with repetitions', () => {
    const expected = mirrorOf(applied(STORY));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...STORY], { minLength: STORY.length }),
        fc.shuffledSubarray([...STORY]),
        fc.integer({ min: 1, max: 7 }),
        (order, repeated, size) => {
          const db = memoryDb();
          const all = [...order, ...repeated];
          for (let at = 0; at < all.length; at += size) applyAll(db, all.slice(at, at + size));
          expect(mirrorOf(db)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes nothing and announces nothing the second time', () => {
    const db = applied(STORY);
    const before = db.get<{ n: number }>('SELECT total_changes() AS n');
    const { changes } = applyAll(
      db,
      STORY.filter((object) => object['deleted'] !== true),
    );
    expect(changes.empty).toBe(true);
    expect(db.get<{ n: number }>('SELECT total_changes() AS n')).toEqual(before);
  });

  it('keeps unknown types and fields whole', () => {
    const db = applied(STORY);
    expect(db.get('SELECT type, json FROM stripe_object WHERE id = ?', ['x_1'])).toEqual({
      type: 'type_of_2027',
      json: JSON.stringify(STORY.at(-1)),
    });
  });

  it('keeps an object that is not as it must be, reports its fields and goes on', () => {
    const db = memoryDb();
    const { problems } = applyAll(db, [invoice('in_1', { status: 'melted', total: '12' }), invoice('in_2')]);
    expect(problems).toEqual([{ id: 'in_1', type: 'invoice', fields: ['status', 'total'] }]);
    expect(db.all('SELECT id FROM stripe_object ORDER BY id')).toEqual([{ id: 'in_1' }, { id: 'in_2' }]);
    expect(db.all('SELECT id FROM invoice')).toEqual([{ id: 'in_2' }]);
  });

  it('refuses to run outside a transaction', async () => {
    const { applyObjects } = await import('../../../main/sync/apply.ts');
    const { Changes } = await import('../../../main/sync/changes.ts');
    expect(() => applyObjects(memoryDb(), [], { timeZone: 'UTC', changes: new Changes() })).toThrow(
      'transaction',
    );
  });

  it('does not take a type for something that every object inherits', () => {
    const db = memoryDb();
    expect(applyAll(db, [{ id: 'x_1', object: 'constructor' }]).problems).toEqual([]);
    expect(db.all('SELECT id, type FROM stripe_object')).toEqual([{ id: 'x_1', type: 'constructor' }]);
  });
});

describe('the facts of an invoice', () => {
  const row = (db: Db, columns: string, id: string): unknown =>
    db.get(`SELECT ${columns} FROM invoice WHERE id = ?`, [id]);

  it('are the totals of Stripe, and days in the zone of the business', () => {
    const db = memoryDb();
    const late = Date.parse('2026-06-01T23:30:00Z') / 1000;
    applyAll(db, [
      paidInvoice('in_1', { status_transitions: { finalized_at: late, paid_at: late + 60 }, created: late }),
    ]);
    expect(row(db, 'subtotal, discount, tax, total, amount_due, amount_remaining', 'in_1')).toEqual({
      subtotal: 10_000,
      discount: 1_000,
      tax: 1_710,
      total: 10_710,
      amount_due: 10_710,
      amount_remaining: 0,
    });
    expect(row(db, 'issue_day, due_day, paid_day', 'in_1')).toEqual({
      issue_day: '2026-06-02',
      due_day: '2026-06-15',
      paid_day: '2026-06-02',
    });
  });

  it('say that nothing is due where it is void, though Stripe leaves there what was asked for', () => {
    const db = memoryDb();
    applyAll(db, [paidInvoice('in_1', { status: 'void', amount_paid: 0, amount_remaining: 10_710 })]);
    expect(row(db, 'status, total, amount_remaining', 'in_1')).toEqual({
      status: 'void',
      total: 10_710,
      amount_remaining: 0,
    });
  });

  it.each(['PO number', 'P.O.', 'po', 'Purchase order', 'PO-No'])(
    'take the PO number from the field %j',
    (name) => {
      const db = applied([
        invoice('in_1', {
          custom_fields: [
            { name: 'Post', value: 'x' },
            { name, value: 'PO-77' },
          ],
        }),
      ]);
      expect(row(db, 'po_number', 'in_1')).toEqual({ po_number: 'PO-77' });
    },
  );

  it('count refunds, disputes and payments on the way', () => {
    const db = applied(STORY);
    expect(row(db, 'amount_refunded, amount_refund_pending, disputed, processing', 'in_2')).toEqual({
      amount_refunded: 1_000,
      amount_refund_pending: 500,
      disputed: 1,
      processing: 0,
    });
    expect(row(db, 'processing', 'in_1')).toEqual({ processing: 1 });
    applyAll(db, [dispute('dp_1', 'pi_1', { status: 'won' }), refund('re_1', 'pi_1', { status: 'failed' })]);
    expect(row(db, 'amount_refunded, disputed', 'in_2')).toEqual({ amount_refunded: 0, disputed: 0 });
  });

  it('never go back to a draft once it is issued', () => {
    const db = applied([invoice('in_1')]);
    applyAll(db, [draftInvoice('in_1')]);
    expect(row(db, 'status, number', 'in_1')).toEqual({ status: 'open', number: 'N-in_1' });
    expect(db.get<{ json: string }>('SELECT json FROM stripe_object')?.json).toContain('"status":"open"');
  });

  it('keep all lines when an answer carries only the first of them', () => {
    const line = (n: number): object => ({ id: `il_${n}`, object: 'line_item' });
    const all = { object: 'list', has_more: false, data: [line(1), line(2), line(3)] };
    const some = { object: 'list', has_more: true, data: [line(1)] };
    const db = applied([invoice('in_1', { lines: all })]);
    applyAll(db, [paidInvoice('in_1', { lines: some })]);
    expect(
      db.get(
        `SELECT json ->> '$.status' AS status, json_array_length(json, '$.lines.data') AS lines FROM stripe_object`,
      ),
    ).toEqual({
      status: 'paid',
      lines: 3,
    });
  });
});

describe('payments', () => {
  it('say how they were made and whose they are', () => {
    const db = applied(STORY);
    expect(
      db.all(
        'SELECT id, method, status, customer_name, invoice_stripe_id, amount_refunded, balance_transaction_id FROM payment ORDER BY id',
      ),
    ).toEqual([
      {
        id: 'ch_3',
        method: 'Visa •••• 4242',
        status: 'succeeded',
        customer_name: 'Ada Lovelace',
        invoice_stripe_id: null,
        amount_refunded: 0,
        balance_transaction_id: 'txn_3',
      },
      {
        id: 'pi_1',
        method: 'Visa •••• 4242',
        status: 'succeeded',
        customer_name: 'Grace Hopper',
        invoice_stripe_id: 'in_2',
        amount_refunded: 1_500,
        balance_transaction_id: 'txn_1',
      },
      {
        id: 'pi_2',
        method: 'SEPA debit •••• 3000',
        status: 'processing',
        customer_name: 'Ada Lovelace',
        invoice_stripe_id: 'in_1',
        amount_refunded: 0,
        balance_transaction_id: null,
      },
    ]);
  });

  it('are of the day on which they were charged, not of the one on which the invoice was issued', () => {
    const db = memoryDb();
    const tenDays = 10 * 86_400;
    applyAll(db, [
      paymentIntent('pi_1', 'ch_1', { created: NOON }),
      charge('ch_1', 'pi_1', { created: NOON + tenDays }),
    ]);
    expect(db.get('SELECT created, day FROM payment')).toEqual({
      created: NOON + tenDays,
      day: '2026-06-11',
    });
  });

  it('take expanded charges and balance transactions apart', () => {
    const txn = balanceTransaction('txn_1', 'ch_1');
    const nested = applied([paymentIntent('pi_1', charge('ch_1', 'pi_1', { balance_transaction: txn }))]);
    const flat = applied([
      paymentIntent('pi_1', 'ch_1'),
      charge('ch_1', 'pi_1', { balance_transaction: 'txn_1' }),
      txn,
    ]);
    expect(mirrorOf(nested)).toEqual(mirrorOf(flat));
  });

  it('follow the name of their customer, and are found by it and by their invoice', () => {
    const db = applied(STORY);
    applyAll(db, [customer('cus_2', { name: 'Rear Admiral Hopper' })]);
    expect(db.get('SELECT customer_name FROM payment WHERE id = ?', ['pi_1'])).toEqual({
      customer_name: 'Rear Admiral Hopper',
    });
    expect(found(db, 'payment', 'Admiral')).toEqual(['pi_1']);
    expect(found(db, 'payment', 'N-in_2')).toEqual(['pi_1']);
  });
});
