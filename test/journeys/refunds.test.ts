// Refunds, partial and full: each with its credit note, one way or several, and undone when they fail later.
import { describe, expect, it } from 'vitest';
import {
  create,
  creation,
  invoice,
  notesAtStripe,
  noteOf,
  openInvoice,
  options,
  paidInvoice,
  payPart,
  quote,
  refund,
  refundsAtStripe,
  settled,
  transferredInvoice,
  type What,
} from '../support/correction-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';

describe('A refund', () => {
  it('writes its credit note in the same step and shows both', async () => {
    const story = await paidInvoice();
    const { payments, creditable } = await options(story);
    const what: What = { kind: 'amount', amount: 2000 };
    const back = { paymentId: payments[0]?.id ?? '', amount: 2000 };
    expect(await settled(story, await create(story, await creation(story, what, { refund: back })))).toBe(
      'done',
    );
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
