import { beforeEach, expect, test } from 'vitest';
import { calls } from '../../../shared/contract/calls.ts';
import type { UseContext } from '../../../main/invoicing/context.ts';
import { createDraft } from '../../../main/invoicing/create-draft.ts';
import { getInvoice } from '../../../main/invoicing/get-invoice.ts';
import { noteInvoice } from '../../../main/invoicing/note-invoice.ts';
import { getDraft } from '../../../main/invoicing/get-draft.ts';
import { NOW, useContext } from '../../support/use-context.ts';

let context: UseContext;
beforeEach(() => {
  context = useContext();
});

const DAY = 86_400;

function issued(
  status: 'open' | 'paid' | 'void' | 'uncollectible',
  more: Record<string, unknown> = {},
): void {
  const created = NOW - 10 * DAY;
  const paid = status === 'paid' ? 1190 : 0;
  const transitions = {
    finalized_at: created + 60,
    paid_at: status === 'paid' ? NOW - DAY : null,
    voided_at: status === 'void' ? NOW - DAY : null,
    marked_uncollectible_at: status === 'uncollectible' ? NOW - DAY : null,
  };
  const json = {
    id: 'in_1',
    status,
    number: 'A-1',
    currency: 'eur',
    created,
    status_transitions: transitions,
    customer_name: 'Acme',
    customer_email: 'ap@acme.example',
    lines: { data: [{ description: 'Work', amount: 1000, quantity: 1 }] },
    subtotal: 1000,
    total: 1190,
    total_taxes: [{ amount: 190, tax_rate_details: { tax_rate: 'txr_1' } }],
    amount_paid: paid,
    amount_remaining: 1190 - paid,
    hosted_invoice_url: 'https://invoice.stripe.com/i/1',
    invoice_pdf: null,
    ...more,
  };
  context.db.run("INSERT INTO stripe_object VALUES ('in_1', 'invoice', 1, 0, ?)", [JSON.stringify(json)]);
  context.db.run("INSERT INTO tax_rate VALUES ('txr_1', 'txr_1', 'VAT', '19', 0, 'DE', 1, 1, NULL)");
  context.db.run(
    `INSERT INTO invoice (id, stripe_id, number, number_sort, status, customer_name, customer_sort, customer_email, currency, subtotal, tax, total,
       amount_paid, amount_remaining, issue_day, due_day, created, finalized_at, sent_at, paid_at)
     VALUES ('in_1', 'in_1', 'A-1', '', ?, 'Acme', '', 'ap@acme.example', 'eur', 1000, 190, 1190, ?, ?, '2026-03-05', '2026-03-10', ?, ?, ?, ?)`,
    [status, paid, 1190 - paid, created, created + 60, created + 61, transitions.paid_at],
  );
}

function payment(status: string, over: { readonly failure?: string } = {}): void {
  context.db.run(
    `INSERT INTO payment (id, charge_id, invoice_stripe_id, method, status, currency, amount, amount_received, failure_code, created, day,
       balance_transaction_id)
     VALUES ('pi_1', 'ch_1', 'in_1', 'Visa •••• 4242', ?, 'eur', 1190, 1190, ?, ?, '2026-03-14', 'txn_1')`,
    [status, over.failure ?? null, NOW - DAY],
  );
  context.db.run(
    `INSERT INTO balance_transaction (id, type, source, currency, amount, fee, net, created, available_on)
     VALUES ('txn_1', 'charge', 'ch_1', 'eur', 1190, 42, 1148, 1, 1)`,
  );
  context.db.run("INSERT INTO invoice_payment VALUES ('inpay_1', 'in_1', 'pi_1', 1190, 'paid', 1)");
}

const get = () => calls['invoices.get'].output.parse(getInvoice(context, { id: 'in_1' }));
const words = () => get().timeline.map(({ text }) => text);

test('an open invoice says what it is, what happened and what can be done', () => {
  issued('open');
  const invoice = get();
  expect(invoice).toMatchObject({
    badge: 'past-due',
    daysPastDue: 5,
    total: 1190,
    balanceDue: 1190,
    subtotal: 1000,
    hasHostedPage: true,
    hasStripePdf: false,
    taxes: [{ label: 'VAT 19 %', amount: 190, inclusive: false }],
    lines: [{ description: 'Work', quantity: '1', amount: 1000 }],
    customer: { name: 'Acme', email: 'ap@acme.example' },
  });
  expect(invoice.actions).toEqual([
    'send-again',
    'charge',
    'credit',
    'mark-paid',
    'mark-uncollectible',
    'void',
    'revise',
    'duplicate',
  ]);
  expect(words()).toEqual(['Sent to ap@acme.example', 'Issued as A-1', 'Draft created']);
});

test('a paid invoice shows the payment with its fee, and how much of it can go back', () => {
  issued('paid');
  payment('succeeded');
  const invoice = get();
  expect(invoice.payments).toEqual([
    {
      id: 'pi_1',
      date: '2026-03-14',
      amount: 1190,
      method: 'Visa •••• 4242',
      methodType: '',
      standing: 'succeeded',
      failure: [],
      nextAction: null,
      fee: { amount: 42, currency: 'eur' },
      net: { amount: 1148, currency: 'eur' },
    },
  ]);
  expect(invoice.refundable).toEqual([
    { paymentId: 'pi_1', amount: 1190, label: 'Visa •••• 4242 · 14 Mar 2026' },
  ]);
  expect(invoice.actions).toEqual(['send-again', 'refund', 'credit', 'duplicate']);
  expect(words()[0]).toBe('Paid €11.90');
});

test('what came in too much is told as Stripe has it', () => {
  issued('paid');
  expect(get()).toMatchObject({ amountPaid: 1190, amountOverpaid: 0 });
  context.db.run("UPDATE invoice SET amount_overpaid = 310 WHERE id = 'in_1'");
  expect(get()).toMatchObject({ amountPaid: 1190, amountOverpaid: 310, balanceDue: 0 });
});

test('a refund under way counts as gone, and a dispute forbids refunds', () => {
  issued('paid');
  payment('succeeded');
  context.db.run(
    "INSERT INTO refund (id, payment_id, currency, amount, status, created, day) VALUES ('op1', 'pi_1', 'eur', 190, 'queued', ?, '2026-03-15')",
    [NOW],
  );
  expect(get().refundable).toMatchObject([{ amount: 1000 }]);
  expect(words()[0]).toBe('Refund of €1.90 is on its way to Stripe');
  context.db.run(
    "INSERT INTO dispute (id, charge_id, payment_id, status, currency, amount, reason, created, day) VALUES ('du_1', 'ch_1', 'pi_1', 'needs_response', 'eur', 1190, 'product_not_received', ?, '2026-03-15')",
    [NOW + 5],
  );
  expect(get().refundable).toEqual([]);
  expect(get().actions).not.toContain('refund');
  expect(get().timeline[0]).toMatchObject({
    text: 'The customer disputed €11.90',
    detail: 'The customer says nothing was delivered',
    tone: 'bad',
  });
  expect(get().disputes).toEqual([
    {
      id: 'du_1',
      date: '2026-03-15',
      amount: 1190,
      currency: 'eur',
      status: 'needs_response',
      reason: 'product_not_received',
    },
  ]);
});

test.each([
  ['void', 'Voided', ['duplicate']],
  [
    'uncollectible',
    'Written off as uncollectible',
    ['send-again', 'charge', 'credit', 'mark-paid', 'void', 'revise', 'duplicate'],
  ],
] as const)('a %s invoice says so', (status, text, actions) => {
  issued(status);
  expect(words()[0]).toBe(text);
  expect(get().actions).toEqual(actions);
});

test('each sending and each payment that failed is told, by the events', () => {
  issued('open');
  const event = (id: string, type: string, at: number, summary: Record<string, unknown>): void => {
    context.db.run(
      "INSERT INTO event (id, created, type, object_id, invoice_stripe_id, summary) VALUES (?, ?, ?, 'in_1', 'in_1', ?)",
      [id, at, type, JSON.stringify(summary)],
    );
  };
  event('evt_1', 'invoice.sent', NOW - 5 * DAY, {});
  event('evt_2', 'invoice.sent', NOW - 2 * DAY, {});
  event('evt_3', 'invoice.payment_failed', NOW - DAY, { failure: 'insufficient_funds' });
  event('evt_4', 'invoice.updated', NOW, {});
  expect(get().timeline.slice(0, 3)).toMatchObject([
    { text: 'A payment failed', detail: 'There was not enough money in the account.', tone: 'warning' },
    { text: 'Sent to ap@acme.example again' },
    { text: 'Sent to ap@acme.example' },
  ]);
});

test('work under way forbids other changes, work that failed does not', () => {
  issued('open');
  context.db.run(
    "INSERT INTO operation (id, kind, title, subject_kind, subject_id, state, created_at) VALUES ('op1', 'invoice.void', 'Void A-1', 'invoice', 'in_1', 'waiting', ?)",
    [NOW],
  );
  expect(get()).toMatchObject({ operations: ['op1'], actions: ['duplicate'] });
  expect(words()[0]).toBe('Void A-1');
  context.db.run("UPDATE operation SET state = 'failed'");
  expect(get().actions).toContain('void');
  context.db.run("UPDATE operation SET state = 'done'");
  expect(get().operations).toEqual([]);
});

test('a draft shows its own content, and its note is the one in the editor', () => {
  const { id } = createDraft(context, { commandId: 'c', customerId: null, copyOf: null });
  noteInvoice(context, { id, note: 'call first' });
  const draft = calls['invoices.get'].output.parse(getInvoice(context, { id }));
  expect(draft).toMatchObject({
    number: null,
    badge: 'draft',
    customer: null,
    internalNote: 'call first',
    issueDate: null,
  });
  expect(draft.actions).toEqual(['edit', 'send', 'duplicate', 'delete']);
  expect(getDraft(context, { id })).toMatchObject({ revision: 2, content: { internalNote: 'call first' } });
});

test('what is not there is said not to be there', () => {
  expect(() => getInvoice(context, { id: 'in_9' })).toThrow('not-found');
  expect(() => noteInvoice(context, { id: 'in_9', note: '' })).toThrow('not-found');
  issued('open');
  context.db.run('UPDATE invoice SET deleted = 1');
  expect(() => getInvoice(context, { id: 'in_1' })).toThrow('not-found');
});
