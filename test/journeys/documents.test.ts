// What is printed adds up: lines to the subtotal, subtotal less discount plus tax to the total, before issuing as after it.
import { randomUUID } from 'node:crypto';
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

describe('Invoice list and PDF', () => {
  it('has a document that says the same as a draft and as an issued invoice, and adds up', async () => {
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

  it('gives one PDF, Stripe’s own, or many in a ZIP, and lists all of them while Stripe cannot be reached', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 ours');
    const program = await startConnected({
      ports: {
        documents: { pdf: async () => pdf, svg: async () => [], close: async () => undefined },
      },
    });
    const written = await writeInvoice(program);
    await clickSend(program, written);
    const draft = await program.call('drafts.create', {
      commandId: randomUUID(),
      customerId: null,
      copyOf: written.draftId,
    });
    await program.until(
      'Stripe’s PDF is kept',
      async () => (await program.call('invoices.get', { id: written.draftId })).hasStripePdf,
    );
    const exported = async (kind: 'invoice' | 'stripe'): Promise<Uint8Array | undefined> => {
      const invoiceId = written.draftId;
      const saved = await program.call('documents.export', { commandId: randomUUID(), invoiceId, kind });
      return saved.kind === 'saved' ? program.savedFiles.get(saved.name) : undefined;
    };
    // Stripe's is kept once it was asked for.
    expect(await exported('stripe')).not.toEqual(pdf);
    program.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    expect(await exported('invoice')).toEqual(pdf);
    expect(await exported('stripe')).not.toEqual(pdf);
    const { rows } = await program.call('invoices.list', {
      filter: { tab: 'all' },
      sort: { by: 'issue', direction: 'desc' },
      page: { offset: 0, limit: 10 },
    });
    expect(rows.map(({ badge }) => badge).toSorted()).toEqual(['draft', 'open']);
    const many = await program.call('documents.exportMany', {
      commandId: randomUUID(),
      invoiceIds: [written.draftId, draft.id, 'invoice_gone'],
    });
    expect(many).toMatchObject({ included: 2, skipped: [{ invoiceId: 'invoice_gone' }] });
    const zip = many.saved.kind === 'saved' ? program.savedFiles.get(many.saved.name) : undefined;
    expect(
      Buffer.from(zip ?? [])
        .subarray(0, 2)
        .toString('latin1'),
    ).toBe('PK');
  });
});
