// Corrections: credit notes on open and paid invoices, refunds that write the matching credit note, and what lacks its counterpart.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  create,
  creation,
  invoice,
  notesAtStripe,
  openInvoice,
  options,
  paidInvoice,
  payPart,
  quote,
  refundsAtStripe,
  settled,
  type Story,
  stripeInvoice,
  transferredInvoice,
  type What,
} from '../support/correction-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';

const firstNote = async ({ program }: Story): Promise<string> => {
  const { rows } = await program.call('creditNotes.list', { page: { offset: 0, limit: 1 } });
  return rows[0]?.id ?? '';
};

const noteOf = async (story: Story) => story.program.call('creditNotes.get', { id: await firstNote(story) });

/** The click on "Refund" for so much, back to the customer; answers the operation's id. */
async function refund(story: Story, amount: number): Promise<string> {
  const { payments } = await options(story);
  const what: What = { kind: 'amount', amount };
  return create(story, await creation(story, what, { refund: { paymentId: payments[0]?.id ?? '', amount } }));
}

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

describe('A refund', () => {
  it('writes its credit note in the same step and shows both', async () => {
    const story = await paidInvoice();
    const { payments, creditable } = await options(story);
    const what: What = { kind: 'amount', amount: 2000 };
    const refund = { paymentId: payments[0]?.id ?? '', amount: 2000 };
    expect(await settled(story, await create(story, await creation(story, what, { refund })))).toBe('done');
    expect(notesAtStripe(story)).toMatchObject([{ total: 2000, post_payment_amount: 2000 }]);
    expect(refundsAtStripe(story)).toMatchObject([{ amount: 2000, status: 'succeeded' }]);
    const after = await invoice(story);
    expect(after).toMatchObject({ badge: 'partially-refunded', refunded: 2000 });
    expect(after.refunds).toHaveLength(1);
    expect((await options(story)).creditable).toBe(creditable - 2000);
    expect(await story.program.call('corrections.unmatched', {})).toEqual({ rows: [], count: 0 });
  });
});

describe('Refunds, partial and full', () => {
  it('are several, each with its credit note, until nothing is left', async () => {
    const story = await paidInvoice();
    const { total } = await invoice(story);
    expect(await settled(story, await refund(story, 1000))).toBe('done');
    // Two at once, while the first of them is still on its way: never more than is left.
    const second = await refund(story, 1500);
    const rest = await refund(story, total - 2500);
    expect([await settled(story, second), await settled(story, rest)]).toEqual(['done', 'done']);
    expect(notesAtStripe(story)).toHaveLength(3);
    expect(refundsAtStripe(story).reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(total);
    expect(await invoice(story)).toMatchObject({ badge: 'refunded', refunded: total });
    expect(await options(story)).toMatchObject({
      creditable: 0,
      refusal: 'All of this invoice has been credited.',
    });
  });

  it('in full credit every line with its own tax', async () => {
    const story = await paidInvoice();
    const { total, taxes, lines } = await invoice(story);
    expect(await settled(story, await refund(story, total))).toBe('done');
    const note = await noteOf(story);
    expect(note.lines).toHaveLength(lines.length);
    expect(note.taxes.map(({ amount }) => amount)).toEqual(taxes.map(({ amount }) => amount));
  });

  it('go to the customer’s credit balance, or are settled outside Stripe, or a part each', async () => {
    const story = await paidInvoice();
    const what: What = { kind: 'amount', amount: 3000 };
    const { payments } = await options(story);
    const split = await creation(story, what, {
      refund: { paymentId: payments[0]?.id ?? '', amount: 1000 },
      toBalance: 1200,
      outside: 800,
    });
    expect(await settled(story, await create(story, split))).toBe('done');
    expect(notesAtStripe(story)).toMatchObject([
      { post_payment_amount: 3000, out_of_band_amount: 800, refunds: [{ amount_refunded: 1000 }] },
    ]);
    expect(story.program.simulator.control.objects({ type: 'customer' })).toMatchObject([{ balance: -1200 }]);
    expect(await noteOf(story)).toMatchObject({ refunded: 1000, toBalance: 1200, outside: 800 });
    expect((await story.program.call('corrections.unmatched', {})).count).toBe(0);
  });

  it('that the bank sends back later undo the picture and are listed for a person', async () => {
    const story = await paidInvoice();
    const { program } = story;
    expect(await settled(story, await refund(story, 2000))).toBe('done');
    expect((await invoice(story)).badge).toBe('partially-refunded');
    program.simulator.control.failRefund({
      refund: idOf(refundsAtStripe(story)[0]),
      reason: 'lost_or_stolen_card',
    });
    await program.until('the refund has failed here', async () => (await invoice(story)).refunded === 0);
    expect((await invoice(story)).badge).toBe('paid');
    expect(await noteOf(story)).toMatchObject({
      status: 'refund-failed',
      refunds: [{ status: 'failed', failureReason: 'lost_or_stolen_card' }],
    });
    expect(await program.call('corrections.unmatched', {})).toMatchObject({
      count: 1,
      rows: [{ kind: 'note-without-refund', amount: 2000, canCredit: false }],
    });
    const { attention } = await program.call('home.get', {});
    expect(attention.map(({ kind }) => kind)).toContain('unmatched-corrections');
  });

  it('of a debit that are pending show so', async () => {
    const story = await paidInvoice({
      simulator: { rules: { debitRefund: 'pending' } },
      pay: 'sepa_processing',
    });
    expect(await settled(story, await refund(story, 2000))).toBe('done');
    expect(refundsAtStripe(story)).toMatchObject([{ status: 'pending' }]);
    expect((await invoice(story)).badge).toBe('refund-pending');
    expect((await noteOf(story)).refunds).toMatchObject([{ status: 'pending' }]);
  });

  it('of a transfer ask the customer first, show so, and count only when they have answered', async () => {
    const story = await transferredInvoice();
    const { program } = story;
    expect(await settled(story, await refund(story, 2000))).toBe('done');
    expect((await noteOf(story)).refunds).toMatchObject([{ status: 'requires_action' }]);
    expect((await invoice(story)).badge).toBe('refund-pending');
    await dashboard(program.simulator).refunds.cancel(idOf(refundsAtStripe(story)[0]));
    await program.until('it is taken back', async () => (await invoice(story)).badge === 'paid');
    expect(await noteOf(story)).toMatchObject({ status: 'refund-failed', refunds: [{ status: 'canceled' }] });
    expect((await program.call('corrections.unmatched', {})).count).toBe(1);
  });

  it('of one of several payments name that payment’s refund in the credit note', async () => {
    const story = await openInvoice();
    const { program } = story;
    const { total } = await invoice(story);
    const first = await payPart(story, 4000);
    await payPart(story, total - 4000);
    await program.until('it is paid by both', async () => (await options(story)).payments.length === 2);
    const what: What = { kind: 'amount', amount: 500 };
    const id = await create(
      story,
      await creation(story, what, { refund: { paymentId: first, amount: 500 } }),
    );
    expect(await settled(story, id)).toBe('done');
    expect(refundsAtStripe(story)).toMatchObject([{ amount: 500, payment_intent: first }]);
    expect(notesAtStripe(story)).toMatchObject([{ refunds: [{ amount_refunded: 500 }] }]);
    expect((await program.call('corrections.unmatched', {})).count).toBe(0);
  });

  it('of an invoice paid in part begin where nothing is owed any more', async () => {
    const story = await openInvoice();
    const { program } = story;
    const { total } = await invoice(story);
    const deposit = await payPart(story, 4000);
    await program.until('the deposit is here', async () => (await options(story)).payments.length === 1);
    const what: What = { kind: 'amount', amount: total - 1000 };
    expect(await quote(story, what)).toMatchObject({ offInvoice: total - 4000, toSettle: 3000 });
    const id = await create(
      story,
      await creation(story, what, { refund: { paymentId: deposit, amount: 3000 } }),
    );
    expect(await settled(story, id)).toBe('done');
    expect(notesAtStripe(story)).toMatchObject([{ type: 'mixed', post_payment_amount: 3000 }]);
    expect(refundsAtStripe(story)).toMatchObject([{ amount: 3000 }]);
  });

  it('wait while there is no connection, and are made once when there is', async () => {
    const story = await paidInvoice();
    const { program } = story;
    const { payments } = await options(story);
    const accepted = await creation(
      story,
      { kind: 'amount', amount: 700 },
      { refund: { paymentId: payments[0]?.id ?? '', amount: 700 } },
    );
    const faults = program.simulator.control.faults;
    faults.script([{ match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 }]);
    expect(
      await program.refusal('creditNotes.quote', {
        invoiceId: story.invoiceId,
        what: { kind: 'amount', amount: 701 },
        refundIds: [],
      }),
    ).toEqual({ kind: 'offline' });
    const id = await create(story, accepted);
    await program.clock.advance(60_000);
    expect(await invoice(story)).toMatchObject({
      badge: 'refund-pending',
      creditNotes: [{ status: 'queued' }],
    });
    await program.restart();
    faults.script([]);
    expect(await settled(story, id)).toBe('done');
    expect([notesAtStripe(story).length, refundsAtStripe(story).length]).toEqual([1, 1]);
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
    expect(rows.map(({ text }) => text)).toContain('Credit note issued');
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
