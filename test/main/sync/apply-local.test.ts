import { describe, expect, it } from 'vitest';
import { insertCustomer, customerById } from '../../../main/store/customers.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertRefund } from '../../../main/store/refunds.ts';
import { insertTaxRate } from '../../../main/store/tax-rates.ts';
import type { CustomerFields } from '../../../shared/contract/customers.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll, found } from '../../support/mirror.ts';
import {
  charge,
  customer,
  draftInvoice,
  invoice,
  invoicePayment,
  NOON,
  paymentIntent,
  refund,
  taxRate,
} from '../../support/stripe-objects.ts';

const FIELDS: CustomerFields = {
  name: 'Ours Ltd',
  email: 'ours@example.com',
  phone: '',
  address: { line1: '', line2: '', postalCode: '', city: '', state: '', country: null },
  taxIds: [],
  taxExempt: 'none',
  currency: null,
  language: null,
  reference: 'C-1',
  note: '',
};

function insertLocalDraft(db: Db, id: string): void {
  db.run(
    `INSERT INTO invoice (id, number_sort, status, customer_sort, currency, total, issue_day, created, internal_note)
     VALUES (?, '', 'draft', '', 'eur', 4200, '2026-06-01', ?, 'ask Ada')`,
    [id, NOON],
  );
  db.run(`INSERT INTO draft VALUES (?, '{}', 3, ?)`, [id, NOON]);
}

const ours = { metadata: { quittance_invoice: 'draft-1' } };
const invoices = (db: Db): unknown =>
  db.all('SELECT id, stripe_id, status, number, total FROM invoice ORDER BY id');
const drafts = (db: Db): unknown => db.all('SELECT invoice_id, revision FROM draft');

describe('a customer made here', () => {
  it('gets the id of Stripe and keeps its own', () => {
    const db = memoryDb();
    insertCustomer(db, 'local-1', FIELDS, NOON);
    const { changes } = applyAll(db, [customer('cus_1', { metadata: { quittance_customer: 'local-1' } })]);
    expect(customerById(db, 'local-1')).toMatchObject({
      stripeId: 'cus_1',
      fields: { name: 'Ada Lovelace' },
    });
    expect(changes.events()).toEqual([{ kind: 'changed', topic: 'customer', ids: ['local-1'] }]);
    expect(found(db, 'customer', 'Lovelace')).toEqual(['local-1']);
  });

  it('keeps what is not at Stripe yet, until the outbox is done with it', () => {
    const db = memoryDb();
    insertCustomer(db, 'local-1', FIELDS, NOON);
    db.run(`UPDATE customer SET work = 'queued'`);
    const told = customer('cus_1', { metadata: { quittance_customer: 'local-1' } });
    applyAll(db, [told]);
    expect(customerById(db, 'local-1')).toMatchObject({ stripeId: 'cus_1', fields: { name: 'Ours Ltd' } });
    db.run('UPDATE customer SET work = NULL');
    applyAll(db, [told]);
    expect(customerById(db, 'local-1')).toMatchObject({ fields: { name: 'Ada Lovelace' } });
  });

  it('is not shared by a copy of its metadata', () => {
    const db = memoryDb();
    insertCustomer(db, 'local-1', FIELDS, NOON);
    const metadata = { quittance_customer: 'local-1' };
    applyAll(db, [customer('cus_1', { metadata }), customer('cus_2', { metadata })]);
    expect(db.all('SELECT id, stripe_id FROM customer ORDER BY id')).toEqual([
      { id: 'cus_2', stripe_id: 'cus_2' },
      { id: 'local-1', stripe_id: 'cus_1' },
    ]);
  });

  it('can be read back whatever Stripe allows', () => {
    const db = memoryDb();
    const odd = {
      name: null,
      email: null,
      description: ' ',
      phone: '1'.repeat(40),
      address: { country: 'Deutschland' },
    };
    applyAll(db, [customer('cus_1', { ...odd, currency: null, metadata: { quittance_archived: '1' } })]);
    expect(customerById(db, 'cus_1')).toMatchObject({
      archived: true,
      fields: { name: 'cus_1', address: { country: null } },
    });
  });

  it('has its tax ids added and removed by answers that name only them', () => {
    const db = memoryDb();
    const taxId = { id: 'txi_1', object: 'tax_id', type: 'eu_vat', value: 'DE123456789', customer: 'cus_1' };
    applyAll(db, [customer('cus_1'), taxId]);
    expect(customerById(db, 'cus_1')?.fields.taxIds).toEqual([{ type: 'eu_vat', value: 'DE123456789' }]);
    applyAll(db, [{ id: 'txi_1', object: 'tax_id', deleted: true }]);
    expect(customerById(db, 'cus_1')?.fields.taxIds).toEqual([]);
  });

  it('finds the invoices that came before it', () => {
    const db = memoryDb();
    insertCustomer(db, 'local-1', FIELDS, NOON);
    applyAll(db, [invoice('in_1'), customer('cus_1', { metadata: { quittance_customer: 'local-1' } })]);
    expect(db.get('SELECT customer_id FROM invoice')).toEqual({ customer_id: 'local-1' });
  });
});

describe('an invoice drafted here', () => {
  it('stays what the editor holds until it is issued', () => {
    const db = memoryDb();
    insertLocalDraft(db, 'draft-1');
    applyAll(db, [draftInvoice('in_1', { ...ours, total: 0 })]);
    expect(invoices(db)).toEqual([
      { id: 'draft-1', stripe_id: 'in_1', status: 'draft', number: null, total: 4_200 },
    ]);
    expect(drafts(db)).toEqual([{ invoice_id: 'draft-1', revision: 3 }]);
  });

  it('becomes what Stripe says once it is issued, and is no draft any more', () => {
    const db = memoryDb();
    insertLocalDraft(db, 'draft-1');
    applyAll(db, [draftInvoice('in_1', ours), invoice('in_1', ours)]);
    expect(invoices(db)).toEqual([
      { id: 'draft-1', stripe_id: 'in_1', status: 'open', number: 'N-in_1', total: 10_710 },
    ]);
    expect(drafts(db)).toEqual([]);
    expect(db.get('SELECT internal_note FROM invoice')).toEqual({ internal_note: 'ask Ada' });
  });

  it('outlives the draft at Stripe, which never comes back', () => {
    const db = memoryDb();
    insertLocalDraft(db, 'draft-1');
    applyAll(db, [draftInvoice('in_1', ours), { id: 'in_1', object: 'invoice', deleted: true }]);
    applyAll(db, [draftInvoice('in_1', ours)]);
    expect(invoices(db)).toEqual([
      { id: 'draft-1', stripe_id: null, status: 'draft', number: null, total: 4_200 },
    ]);
    applyAll(db, [invoice('in_2', ours)]);
    expect(invoices(db)).toMatchObject([{ id: 'draft-1', stripe_id: 'in_2', status: 'open' }]);
  });

  it('takes over the row of a Stripe draft that was met before', () => {
    const db = memoryDb();
    applyAll(db, [draftInvoice('in_1', ours)]);
    insertLocalDraft(db, 'draft-1');
    applyAll(db, [draftInvoice('in_1', ours)]);
    expect(invoices(db)).toMatchObject([{ id: 'draft-1', stripe_id: 'in_1' }]);
  });

  it('is not shared by a copy of its metadata', () => {
    const db = memoryDb();
    insertLocalDraft(db, 'draft-1');
    applyAll(db, [invoice('in_1', ours), draftInvoice('in_2', ours)]);
    expect(invoices(db)).toMatchObject([
      { id: 'draft-1', stripe_id: 'in_1' },
      { id: 'in_2', stripe_id: 'in_2' },
    ]);
  });
});

describe('a refund and a tax rate made here', () => {
  it('get the ids of Stripe and keep their own', () => {
    const db = memoryDb();
    const mark = { operationMark: 'op-1:1', paymentId: 'pi_1', chargeId: 'ch_1' };
    insertRefund(db, {
      id: 'op-1',
      ...mark,
      currency: 'eur',
      amount: 1_000,
      reason: 'duplicate',
      note: 'n',
      created: NOON,
      day: '2026-06-01',
    });
    applyAll(db, [
      invoice('in_1'),
      invoicePayment('inpay_1', 'in_1', 'pi_1'),
      paymentIntent('pi_1', 'ch_1'),
      charge('ch_1', 'pi_1'),
    ]);
    expect(db.get('SELECT amount_refund_pending AS pending FROM invoice')).toEqual({ pending: 1_000 });
    applyAll(db, [refund('re_1', 'pi_1', { metadata: { quittance_operation: 'op-1:1' } })]);
    expect(db.all('SELECT id, stripe_id, status FROM refund')).toEqual([
      { id: 'op-1', stripe_id: 're_1', status: 'succeeded' },
    ]);
    expect(
      db.get('SELECT amount_refund_pending AS pending, amount_refunded AS refunded FROM invoice'),
    ).toEqual({ pending: 0, refunded: 1_000 });
  });

  it('of which the tax rate keeps its exact percentage', () => {
    const db = memoryDb();
    insertTaxRate(
      db,
      { id: 'local-1', name: 'VAT', percentage: '8.875', inclusive: false, country: 'US' },
      NOON,
    );
    applyAll(db, [
      taxRate('txr_1', { percentage: 8.875, metadata: { quittance_tax_rate: 'local-1' } }),
      taxRate('txr_2', { percentage: 20 }),
    ]);
    expect(db.all('SELECT id, stripe_id, percentage FROM tax_rate ORDER BY id')).toEqual([
      { id: 'local-1', stripe_id: 'txr_1', percentage: '8.875' },
      { id: 'txr_2', stripe_id: 'txr_2', percentage: '20' },
    ]);
  });
});
