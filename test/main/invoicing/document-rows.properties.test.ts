// What a document prints from the total on adds up to the amount due, whatever was credited, applied, paid and refunded.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalsOf } from '../../../main/invoicing/document-rows.ts';
import { voiceOf } from '../../../main/invoicing/document-voice.ts';
import type { PrintedInvoice } from '../../../main/invoicing/printed-invoice.ts';

/** Figures as plain minor units, so that they can be added. */
const voice = { ...voiceOf('en', 'eur'), money: String };
const { terms } = voice;

const refund = (amount: number) => ({ day: '2026-03-20', amount });

function printed(over: Partial<PrintedInvoice>): PrintedInvoice {
  return {
    number: 'A-1',
    status: 'open',
    currency: 'eur',
    language: null,
    issueDay: '2026-03-01',
    dueDay: null,
    paidDay: null,
    buyer: { name: 'Acme', email: '', address: null, taxIds: [] },
    reverseCharge: false,
    lines: [],
    subtotal: 0,
    discount: 0,
    net: 0,
    taxes: [],
    total: 0,
    credited: 0,
    amountPaid: 0,
    balanceApplied: 0,
    amountDue: 0,
    payments: [],
    refunds: [],
    poNumber: '',
    customFields: [],
    memo: '',
    footer: '',
    paymentPage: null,
    ...over,
  };
}

function rowsOf(invoice: PrintedInvoice): readonly { readonly label: string; readonly amount: number }[] {
  const rows = totalsOf(invoice, voice).map(({ label, value }) => ({
    label,
    amount: Number(value.replace('−', '-')),
  }));
  return rows.slice(rows.findIndex(({ label }) => label === terms.total));
}

/** Everything above the amount due, from the total on. */
function comesTo(invoice: PrintedInvoice): { readonly sum: number; readonly due: number } {
  const rows = rowsOf(invoice);
  const place = rows.findIndex(({ label }) => label === terms.amountDue);
  const above = rows.slice(0, place === -1 ? rows.length : place);
  return {
    sum: above.reduce((sum, { amount }) => sum + amount, 0),
    due: place === -1 ? invoice.amountDue : (rows[place]?.amount ?? Number.NaN),
  };
}

describe('the printed totals', () => {
  test('add up to the amount due, also after a refund', () => {
    const part = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.record({ credited: part, amountPaid: part, amountDue: part, refunded: part }),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        ({ credited, amountPaid, amountDue, refunded }, balanceApplied) => {
          // Stripe: what remains is the total after credit notes, the customer's balance and the payments.
          const total = amountDue + credited + amountPaid - balanceApplied;
          const refunds = [refund(Math.min(refunded, amountPaid))];
          const { sum, due } = comesTo(
            printed({ total, credited, amountPaid, balanceApplied, amountDue, refunds }),
          );
          expect(due).toBe(amountDue);
          expect(sum).toBe(amountDue);
        },
      ),
    );
  });

  test('have the refund of a paid invoice after what is due', () => {
    const paid = { status: 'paid', total: 445_810, amountPaid: 445_810, refunds: [refund(100_000)] } as const;
    expect(rowsOf(printed(paid))).toEqual([
      { label: terms.total, amount: 445_810 },
      { label: terms.amountPaid, amount: -445_810 },
      { label: terms.amountDue, amount: 0 },
      { label: terms.refunded, amount: 100_000 },
    ]);
  });

  test('of a void invoice end with its total: nothing is owed of it', () => {
    const voided = { status: 'void', total: 5_000, amountPaid: 1_000, credited: 500 } as const;
    expect(rowsOf(printed(voided)).map(({ label }) => label)).toEqual([terms.total]);
  });
});
