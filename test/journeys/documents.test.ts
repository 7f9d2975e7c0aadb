// What is printed adds up: lines to the subtotal, subtotal less discount plus tax to the total, before issuing as after it.
import type { DocumentData } from '../../shared/domain/document-data.ts';
import { describe, expect, it } from 'vitest';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { startConnected } from '../support/program.ts';

/** `1.234,50 €` and `−12,00 €` as minor units. */
function minor(text: string): number {
  const digits = Number(text.replace(/[^0-9]/g, ''));
  return /[−-]/.test(text) ? -digits : digits;
}

function sums(document: DocumentData): {
  readonly lines: number;
  readonly subtotal: number;
  readonly rest: readonly number[];
} {
  const amounts = document.totals.map(({ value }) => minor(value));
  return {
    lines: document.lines.reduce((sum, { amount }) => sum + minor(amount), 0),
    subtotal: amounts[0] ?? 0,
    rest: amounts,
  };
}

describe('the document', () => {
  it('says the same as a draft and as an issued invoice, and adds up', async () => {
    const drawn: DocumentData[] = [];
    const program = await startConnected({
      ports: {
        documents: {
          pdf: async () => new Uint8Array(),
          svg: async (document) => {
            drawn.push(document);
            return [];
          },
          close: async () => undefined,
        },
      },
    });
    const written = await writeInvoice(program);
    await program.call('invoices.document', { id: written.draftId, kind: 'invoice' });
    await clickSend(program, written);
    await program.until(
      'it is open',
      async () => (await program.call('invoices.get', { id: written.draftId })).badge === 'open',
    );
    await program.call('invoices.document', { id: written.draftId, kind: 'invoice' });

    const [draft, issued] = drawn;
    expect(issued?.lines).toEqual(draft?.lines);
    expect(issued?.totals).toEqual(draft?.totals);
    expect(issued?.marks.map(({ kind }) => kind)).toEqual(['test']);
    expect(issued?.paymentLink?.address).toMatch(/^https:\/\/invoice\.stripe\.com\//);
    expect(issued?.language).toBe('de');
    expect(draft?.lines[0]?.note).toContain('120,00');
    const { lines, subtotal, rest } = draft ? sums(draft) : { lines: 0, subtotal: 0, rest: [] };
    expect(lines).toBe(subtotal);
    const [, discount = 0, net = 0, ...more] = rest;
    expect(subtotal + discount).toBe(net);
    const total = more.at(-1);
    expect(net + more.slice(0, -1).reduce((sum, tax) => sum + tax, 0)).toBe(total);
    expect(total).toBe(written.total.amount);
  });
});
