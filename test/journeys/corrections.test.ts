// Corrections: credit notes on open and paid invoices, what was paid outside Stripe, and what lacks its counterpart.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../../shared/domain/money.ts';
import {
  create,
  creation,
  firstNote,
  invoice,
  notesAtStripe,
  noteOf,
  openInvoice,
  options,
  paidInvoice,
  quote,
  settled,
  stripeInvoice,
  type What,
} from '../support/correction-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { printingDocuments } from '../support/printed-documents.ts';

describe('A credit note on an open invoice', () => {
  it('lowers what is owed, with its taxes as Stripe reckons them, and is listed, found and opened', async () => {
    const story = await openInvoice();
    const { program, invoiceId } = story;
    const { total, balanceDue, number } = await invoice(story);
    const what: What = { kind: 'amount', amount: 2500 };
    const quoted = await quote(story, what);
    expect(quoted).toMatchObject({ total: 2500, offInvoice: 2500, toSettle: 0 });
    expect(quoted.net + quoted.taxes.reduce((sum, { amount }) => sum + amount, 0)).toBe(2500);
    expect(await settled(story, await create(story, await creation(story, what)))).toBe('done');
    expect(notesAtStripe(story)).toMatchObject([
      { total: 2500, pre_payment_amount: 2500, reason: 'order_change', memo: 'As agreed' },
    ]);
    const after = await invoice(story);
    expect(after.balanceDue).toBe(balanceDue - 2500);
    expect(after.total).toBe(total);
    const { rows } = await program.call('creditNotes.list', { page: { offset: 0, limit: 10 } });
    expect(rows).toMatchObject([
      { status: 'issued', amount: 2500, offInvoice: 2500, invoiceId, invoiceNumber: number },
    ]);
    for (const search of [rows[0]?.number ?? '', number ?? '', 'Acme'])
      expect(
        (await program.call('creditNotes.list', { search, page: { offset: 0, limit: 10 } })).rows,
      ).toHaveLength(1);
    expect(await program.call('creditNotes.get', { id: rows[0]?.id ?? '' })).toMatchObject({
      memo: 'As agreed',
      net: quoted.net,
      taxes: quoted.taxes,
      lines: quoted.lines,
      actions: ['void'],
    });
  });
});

describe('The document of an invoice', () => {
  it('says what was credited before it was paid, between its total and what is due, until the note is void', async () => {
    const { documents, printed } = printingDocuments();
    const story = await openInvoice({ ports: { documents } });
    const { total, currency } = await invoice(story);
    const money = (amount: number): string => formatMoney(amount, currency, 'de');
    const totals = async () => {
      await story.program.call('invoices.document', { id: story.invoiceId, kind: 'invoice' });
      return printed.at(-1)?.totals.map(({ label, value, weight }) => `${label} ${value} ${weight}`);
    };
    const whole = await totals();
    expect(whole?.at(-1)).toBe(`Gesamtbetrag ${money(total)} strong`);
    await settled(story, await create(story, await creation(story, { kind: 'amount', amount: 2500 })));
    expect((await totals())?.slice(-3)).toEqual([
      `Gesamtbetrag ${money(total)} normal`,
      `Gutgeschrieben −${money(2500)} normal`,
      `Fälliger Betrag ${money(total - 2500)} strong`,
    ]);
    expect(printed.at(-1)?.headline.value).toBe(money(total - 2500));
    const id = await firstNote(story);
    const { operationId } = await story.program.call('creditNotes.void', { commandId: randomUUID(), id });
    await settled(story, operationId ?? '');
    expect(await totals()).toEqual(whole);
  });

  it('says nothing of what was credited after it was paid, as that is not owed any less', async () => {
    const { documents, printed } = printingDocuments();
    const story = await paidInvoice({ ports: { documents } });
    await settled(
      story,
      await create(story, await creation(story, { kind: 'amount', amount: 900 }, { toBalance: 900 })),
    );
    await story.program.call('invoices.document', { id: story.invoiceId, kind: 'invoice' });
    expect(
      printed
        .at(-1)
        ?.totals.map(({ label }) => label)
        .slice(-3),
    ).toEqual(['Gesamtbetrag', 'Bezahlter Betrag', 'Fälliger Betrag']);
  });
});

describe('Credit notes', () => {
  it('credit lines by quantity or by amount, with the tax of each line', async () => {
    const story = await openInvoice();
    const { lines } = await options(story);
    const design = lines.find(({ description }) => description === 'Corporate design');
    const print = lines.find(({ description }) => description === 'Printed brochures');
    expect(print?.quantityLeft).toBe(500);
    const what: What = {
      kind: 'lines',
      lines: [
        { id: print?.id ?? '', quantity: 100 },
        { id: design?.id ?? '', amount: 20_000 },
      ],
    };
    const quoted = await quote(story, what);
    expect(quoted.taxes.map(({ label }) => label).toSorted()).toEqual(['USt 19 %', 'USt 7 %']);
    expect(await settled(story, await create(story, await creation(story, what)))).toBe('done');
    expect(await noteOf(story)).toMatchObject({ amount: quoted.total, lines: quoted.lines });
    const left = await options(story);
    expect(left.lines.find(({ id }) => id === print?.id)).toMatchObject({
      quantityLeft: 400,
      byAmount: false,
    });
    expect(left.lines.find(({ id }) => id === design?.id)).toMatchObject({ quantityLeft: null });
    expect(left.creditable).toBe(left.total - quoted.total);
  });

  it('are voided while their invoice is open, and the invoice asks for the amount again', async () => {
    const story = await openInvoice();
    const { balanceDue } = await invoice(story);
    await settled(story, await create(story, await creation(story, { kind: 'amount', amount: 900 })));
    const id = await firstNote(story);
    const { operationId } = await story.program.call('creditNotes.void', { commandId: randomUUID(), id });
    expect(await settled(story, operationId ?? '')).toBe('done');
    await story.program.until(
      'the invoice asks for all again',
      async () => (await invoice(story)).balanceDue === balanceDue,
    );
    expect(await noteOf(story)).toMatchObject({ status: 'void', actions: [] });
    expect(await story.program.refusal('creditNotes.void', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      message: 'This credit note is void already.',
    });
  });

  it('written in Stripe’s dashboard arrive, are compared and hold after a restart', async () => {
    const story = await openInvoice();
    const { program } = story;
    await dashboard(program.simulator).creditNotes.create({
      invoice: stripeInvoice(story),
      amount: 1100,
      memo: 'From the dashboard',
    });
    await program.until('it is here', async () => (await invoice(story)).creditNotes.length === 1);
    await program.restart();
    expect(await noteOf(story)).toMatchObject({ memo: 'From the dashboard', amount: 1100, offInvoice: 1100 });
    const { rows } = await program.call('events.of', {
      kind: 'object',
      id: (await noteOf(story)).stripeId ?? '',
    });
    const issued = rows.find(({ text }) => text === 'Credit note issued');
    expect(issued?.place).toMatchObject({ kind: 'credit-note', id: (await noteOf(story)).id });
  });

  it('are printed in the customer’s language with their tax and where the money went', async () => {
    const printed: unknown[] = [];
    const story = await openInvoice({
      ports: {
        documents: {
          pdf: async (document) => {
            printed.push(document);
            return new Uint8Array();
          },
          svg: async () => ['<svg/>'],
          close: async () => undefined,
        },
      },
    });
    await settled(story, await create(story, await creation(story, { kind: 'amount', amount: 1190 })));
    const id = await firstNote(story);
    const { number } = await noteOf(story);
    await story.program.call('creditNotes.export', { commandId: randomUUID(), id });
    expect(await story.program.call('creditNotes.document', { id })).toMatchObject({ pages: ['<svg/>'] });
    expect(printed).toMatchObject([
      {
        kind: 'credit-note',
        title: 'Rechnungskorrektur',
        facts: [
          { label: 'Korrekturnummer', value: number },
          { label: 'Rechnungsdatum' },
          { label: expect.any(String), value: (await invoice(story)).number },
        ],
        memo: 'As agreed',
      },
    ]);
    expect([...story.program.savedFiles.keys()][0]).toMatch(/^Credit-note-.*Acme/);
  });
});

describe('Refunds without a credit note', () => {
  it('are listed until their credit note is written, or a person says that they need nothing more', async () => {
    const story = await paidInvoice();
    const { program } = story;
    const stripe = dashboard(program.simulator);
    const intent = (await options(story)).payments[0]?.id ?? '';
    await stripe.refunds.create({ payment_intent: intent, amount: 1500 });
    await stripe.refunds.create({ payment_intent: intent, amount: 400 });
    const unmatched = () => program.call('corrections.unmatched', {});
    await program.until('both are listed', async () => (await unmatched()).count === 2);
    const larger = (await unmatched()).rows.find(({ amount }) => amount === 1500);
    expect(larger).toMatchObject({ kind: 'refund-without-note', canCredit: true });
    const refundIds = [larger?.refundId ?? ''];
    const what: What = { kind: 'amount', amount: 1500 };
    const quoted = await program.call('creditNotes.quote', { invoiceId: story.invoiceId, what, refundIds });
    expect(quoted).toMatchObject({ total: 1500, toSettle: 1500, byEarlierRefunds: 1500 });
    const note = {
      what,
      refundIds,
      total: { amount: 1500, currency: 'eur' },
      refund: null,
      toBalance: 0,
      outside: 0,
      reason: null,
      memo: '',
      email: false,
    };
    expect(await settled(story, await create(story, note))).toBe('done');
    await program.until('one is left', async () => (await unmatched()).count === 1);
    const [rest] = (await unmatched()).rows;
    await program.call('corrections.settle', {
      commandId: randomUUID(),
      ids: [rest?.id ?? ''],
      note: 'Goodwill',
    });
    expect(await unmatched()).toEqual({ rows: [], count: 0 });
  });
});

describe('An invoice paid outside Stripe', () => {
  it('is marked so with how and by which reference, and is credited outside Stripe as well', async () => {
    const story = await openInvoice();
    const { program, invoiceId } = story;
    const { operationId } = await program.call('invoices.markPaid', {
      commandId: randomUUID(),
      id: invoiceId,
      method: 'bank_transfer',
      reference: 'Statement 114',
    });
    expect(await settled(story, operationId ?? '')).toBe('done');
    const paid = await invoice(story);
    expect(paid).toMatchObject({
      badge: 'paid',
      paidOutsideStripe: true,
      paidOutside: 'Bank transfer · Statement 114',
      refundable: [],
    });
    expect(paid.timeline.find(({ text }) => text.startsWith('Marked as paid'))?.detail).toContain(
      'Statement 114',
    );
    const what: What = { kind: 'amount', amount: 600 };
    expect(await settled(story, await create(story, await creation(story, what, { outside: 600 })))).toBe(
      'done',
    );
    expect(notesAtStripe(story)).toMatchObject([{ out_of_band_amount: 600, refunds: [] }]);
    expect((await program.call('corrections.unmatched', {})).count).toBe(0);
  });
});
