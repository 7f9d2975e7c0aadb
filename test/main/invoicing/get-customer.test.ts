import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calls } from '../../../shared/contract/calls.ts';
import { getCustomer } from '../../../main/invoicing/get-customer.ts';
import { countCustomers, listCustomers } from '../../../main/invoicing/list-customers.ts';
import { insertCustomer } from '../../../main/store/customers.ts';
import { useContext } from '../../support/use-context.ts';
import { anyInvoice, insertInvoice } from '../../support/invoice-rows.ts';

const fields = {
  name: 'Acme Ltd',
  email: 'ap@acme.example',
  phone: '',
  address: { line1: '1 Road', line2: '', postalCode: '', city: 'London', state: '', country: 'GB' },
  taxIds: [],
  taxExempt: 'none',
  currency: null,
  language: null,
  reference: 'K-1',
  note: '',
} as const;

const input = {
  filter: { view: 'all' },
  sort: { by: 'name', direction: 'asc' },
  page: { offset: 0, limit: 50 },
} as const;

/** Figures as Stripe has them: what is left of an open invoice is its total without what was paid. */
const consistent = anyInvoice.map((invoice) => {
  const paid = invoice.status === 'paid' ? invoice.total : Math.min(invoice.amountPaid, invoice.total);
  const left = invoice.status === 'paid' || invoice.status === 'void' ? 0 : invoice.total - paid;
  return { ...invoice, customerId: 'c1', amountPaid: paid, amountRemaining: left };
});

test('whatever happens to invoices, a customer owes and has what the invoices say, and the statement ends with it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(consistent, consistent), { maxLength: 25 }), (pairs) => {
      const context = useContext();
      const { db } = context;
      insertCustomer(db, 'c1', { ...fields, taxIds: [] }, 1);
      pairs.forEach(([invoice], index) => insertInvoice(db, { ...invoice, id: `i${index}` }));
      // Some change, some go: the counts beside the customer follow by triggers.
      pairs.forEach(([, changed], index) => {
        if (index % 3 === 0) {
          db.run(
            'UPDATE invoice SET status = ?, total = ?, amount_paid = ?, amount_remaining = ?, deleted = ? WHERE id = ?',
            [
              changed.status,
              changed.total,
              changed.amountPaid,
              changed.amountRemaining,
              changed.deleted,
              `i${index}`,
            ],
          );
        }
        if (index % 5 === 4) db.run('DELETE FROM invoice WHERE id = ?', [`i${index}`]);
      });
      const rows = db.all<{ status: string; currency: string; amount_remaining: number }>(
        "SELECT status, currency, amount_remaining FROM invoice WHERE deleted = 0 AND customer_id = 'c1'",
      );
      const open = new Map<string, number>();
      for (const row of rows) {
        if (row.status === 'open')
          open.set(row.currency, (open.get(row.currency) ?? 0) + row.amount_remaining);
      }
      const customer = calls['customers.get'].output.parse(getCustomer(context, { id: 'c1' }));
      expect(customer.invoiceCount).toBe(rows.length);
      expect(new Map(customer.open.map(({ currency, amount }) => [currency, amount]))).toEqual(open);
      for (const currency of ['eur', 'jpy', 'kwd']) {
        const last = customer.activity.find((row) => row.amount.currency === currency);
        expect(last?.balance.amount ?? 0).toBe(open.get(currency) ?? 0);
      }
      const owes = [...open.values()].some((amount) => amount > 0);
      const listed = calls['customers.list'].output.parse(listCustomers(context, input)).rows;
      expect(listed.map(({ id, invoiceCount }) => [id, invoiceCount])).toEqual([['c1', rows.length]]);
      expect(listCustomers(context, { ...input, filter: { view: 'open' } }).rows.length).toBe(owes ? 1 : 0);
      expect(countCustomers(context, {})).toMatchObject({ all: 1, open: owes ? 1 : 0, archived: 0 });
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('a customer that comes after its invoices has their counts at once', () => {
  const context = useContext();
  const invoice = fc.sample(consistent, { numRuns: 1, seed: 7 })[0];
  if (!invoice) throw new Error('No sample');
  insertInvoice(context.db, {
    ...invoice,
    id: 'i1',
    status: 'open',
    deleted: 0,
    amountRemaining: 300,
    dueDay: '2026-03-01',
  });
  insertCustomer(context.db, 'c1', { ...fields, taxIds: [] }, 1);
  expect(listCustomers(context, { ...input, filter: { view: 'past-due' } }).rows).toMatchObject([
    { id: 'c1', invoiceCount: 1 },
  ]);
  expect(countCustomers(context, {})).toEqual({ all: 1, open: 1, pastDue: 1, archived: 0 });
});

test('a statement names payments, what was written off and what was paid back, newest first', () => {
  const context = useContext();
  const { db } = context;
  insertCustomer(db, 'c1', { ...fields, taxIds: [] }, 1);
  const base = {
    number: 'A-1',
    work: null,
    deleted: 0,
    customerId: 'c1',
    customerName: 'Acme Ltd',
    currency: 'eur',
    amountRefundPending: 0,
    disputed: 0,
    processing: 0,
    dueDay: null,
    memo: '',
  } as const;
  insertInvoice(db, {
    ...base,
    id: 'i1',
    status: 'paid',
    total: 500,
    amountPaid: 500,
    amountRemaining: 0,
    amountRefunded: 200,
    issueDay: '2026-03-01',
    paidDay: '2026-03-04',
  });
  insertInvoice(db, {
    ...base,
    id: 'i2',
    number: 'A-2',
    status: 'uncollectible',
    total: 90,
    amountPaid: 0,
    amountRemaining: 90,
    amountRefunded: 0,
    issueDay: '2026-03-02',
    paidDay: null,
  });
  db.run("UPDATE invoice SET stripe_id = 'in_1' WHERE id = 'i1'");
  db.run(
    "INSERT INTO payment (id, method, status, currency, amount, amount_received, created, day) VALUES ('pi_1', 'Visa', 'succeeded', 'eur', 300, 300, 5, '2026-03-03')",
  );
  db.run("INSERT INTO invoice_payment VALUES ('inpay_1', 'in_1', 'pi_1', 300, 'paid', 5)");
  db.run(
    "INSERT INTO refund (id, payment_id, currency, amount, status, created, day) VALUES ('re_1', 'pi_1', 'eur', 200, 'succeeded', 9, '2026-03-05')",
  );
  const { activity, paid } = getCustomer(context, { id: 'c1' });
  expect(
    activity.map(({ date, kind, reference, amount, balance }) => [
      date,
      kind,
      reference,
      amount.amount,
      balance.amount,
    ]),
  ).toEqual([
    ['2026-03-05', 'uncredited', 'A-1', -200, 0],
    ['2026-03-05', 'refund', 'A-1', 200, 200],
    ['2026-03-04', 'payment', 'Outside Stripe', -200, 0],
    ['2026-03-03', 'payment', 'Visa', -300, 200],
    ['2026-03-02', 'write-off', 'A-2', -90, 500],
    ['2026-03-02', 'invoice', 'A-2', 90, 590],
    ['2026-03-01', 'invoice', 'A-1', 500, 500],
  ]);
  expect(paid).toEqual([{ amount: 300, currency: 'eur' }]);
  expect(() => getCustomer(context, { id: 'nobody' })).toThrow('not-found');
});
