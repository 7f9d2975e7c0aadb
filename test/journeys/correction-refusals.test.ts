// Bad input of corrections: refused with the reason before anything is queued or sent.
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
  settled,
  type Story,
  stripeInvoice,
} from '../support/correction-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';

const AMOUNT = { kind: 'amount', amount: 1000 } as const;
/** Nothing is left in the outbox by a refusal. */
async function countWork({ program }: Story): Promise<number> {
  return (await program.call('outbox.list', { view: 'all', limit: 50 })).operations.length;
}

async function refusal(of: Story, more: object): Promise<string> {
  const { payments } = await options(of);
  const input = {
    commandId: randomUUID(),
    invoiceId: of.invoiceId,
    what: AMOUNT,
    refundIds: [],
    total: { amount: 1000, currency: 'eur' },
    refund: { paymentId: payments[0]?.id ?? '', amount: 1000 },
    toBalance: 0,
    outside: 0,
    reason: null,
    memo: '',
    email: false,
    ...more,
  };
  const before = await countWork(of);
  const reply = await of.program.dispatch('creditNotes.create', input);
  if (reply.ok) throw new Error('It was expected to be refused');
  if ((await countWork(of)) !== before) throw new Error('What was refused was queued all the same');
  const { error } = reply;
  return error.kind === 'invalid-input'
    ? (error.issues[0]?.message ?? '')
    : 'message' in error
      ? error.message
      : error.kind;
}

describe('a credit note', () => {
  it('of a paid invoice is refused by its sums, its currency and its parts', async () => {
    const story = await paidInvoice();
    const { total } = await invoice(story);
    const over = { amount: total + 1, currency: 'eur' };
    const cases: readonly (readonly [object, string])[] = [
      [{ what: { kind: 'amount', amount: 0 } }, 'more than zero'],
      [{ what: { kind: 'amount', amount: -5 } }, 'more than zero'],
      [{ what: { kind: 'amount', amount: total + 1 }, total: over }, 'can still be credited'],
      [{ total: { amount: 1000, currency: 'usd' } }, 'This invoice is in EUR'],
      [{ total: { amount: 999, currency: 'eur' } }, 'not the amount that is credited'],
      [{ refund: null }, 'has to be given back in all'],
      [{ toBalance: 1 }, '€10.00 has to be given back in all, not €10.01'],
      [{ toBalance: -1, outside: 1 }, 'less than zero'],
      [{ refund: { paymentId: 'pi_unknown', amount: 1000 } }, 'not-found'],
      [{ refund: null, refundIds: ['re_unknown'] }, 'has a credit note already'],
      [{ what: { kind: 'lines', lines: [{ id: 'il_unknown', amount: 5 }] } }, 'This line has been credited'],
      [{ what: { kind: 'lines', lines: [] } }, ''],
    ];
    for (const [more, reason] of cases)
      expect([more, await refusal(story, more)]).toEqual([more, expect.stringContaining(reason)]);
    expect(notesAtStripe(story)).toEqual([]);
  });

  it('of lines is refused above what is left of each, and never mixes quantity and amount', async () => {
    const story = await paidInvoice();
    const { lines } = await options(story);
    const [line] = lines.filter(({ quantityLeft }) => (quantityLeft ?? 0) > 1);
    const id = line?.id ?? '';
    const of = (part: object) => ({ what: { kind: 'lines', lines: [{ id, ...part }] } });
    const cases: readonly (readonly [object, string])[] = [
      [of({ quantity: (line?.quantityLeft ?? 0) + 1 }), 'of this line are left'],
      [of({ amount: (line?.amountLeft ?? 0) + 1 }), 'more than what is left of the line'],
      [of({ amount: 0 }), 'more than zero'],
      [of({}), 'one of the two'],
      [of({ amount: 5, quantity: 1 }), 'one of the two'],
      [
        {
          what: {
            kind: 'lines',
            lines: [
              { id, amount: 5 },
              { id, amount: 5 },
            ],
          },
        },
        'only once',
      ],
    ];
    for (const [more, reason] of cases)
      expect([more, await refusal(story, more)]).toEqual([more, expect.stringContaining(reason)]);
    await settled(
      story,
      await create(
        story,
        await creation(
          story,
          { kind: 'lines', lines: [{ id, quantity: 1 }] },
          { toBalance: await oneOf(story, id) },
        ),
      ),
    );
    expect(await refusal(story, of({ amount: 5 }))).toContain('credited by quantity');
  });

  it('above what refunds alone have left is refused', async () => {
    const story = await paidInvoice();
    const { program } = story;
    const { total } = await invoice(story);
    const { payments } = await options(story);
    await dashboard(program.simulator).refunds.create({
      payment_intent: payments[0]?.id ?? '',
      amount: total - 500,
    });
    await program.until('it is here', async () => (await options(story)).creditable === 500);
    expect(await refusal(story, {})).toContain('At most €5.00');
  });

  it('of a draft, a void invoice or one that something is under way with is refused', async () => {
    const story = await openInvoice();
    const { program, invoiceId } = story;
    const draft = await program.call('drafts.create', {
      commandId: randomUUID(),
      customerId: null,
      copyOf: invoiceId,
    });
    expect(await refusal({ program, invoiceId: draft.id }, { refund: null })).toContain(
      'Only an issued invoice',
    );
    const { faults } = program.simulator.control;
    faults.script([
      { match: { method: 'POST' }, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    await program.call('invoices.sendAgain', { commandId: randomUUID(), id: invoiceId });
    expect(await refusal(story, { refund: null })).toContain('still under way');
    expect((await invoice(story)).actions).not.toContain('credit');
    faults.script([]);
    await program.until('it was sent', async () => (await invoice(story)).actions.includes('credit'));
    await dashboard(program.simulator).invoices.voidInvoice(stripeInvoice(story));
    await program.until('it is void', async () => (await invoice(story)).badge === 'void');
    expect(await refusal(story, { refund: null })).toContain('void');
  });

  it('of an open invoice gives nothing back that nobody paid', async () => {
    const story = await openInvoice();
    expect(await refusal(story, { refund: null, outside: 1000 })).toContain('only lowers what is owed');
    expect(await refusal(story, { refund: { paymentId: 'pi_1', amount: 1000 } })).toBe('not-found');
  });

  it('that gave money back is not voided', async () => {
    const story = await paidInvoice();
    const { program } = story;
    await settled(story, await create(story, await creation(story, AMOUNT, { outside: 1000 })));
    const { rows } = await program.call('creditNotes.list', { page: { offset: 0, limit: 1 } });
    const id = rows[0]?.id ?? '';
    expect(await program.refusal('creditNotes.void', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringContaining('Money was given back'),
    });
    expect(await program.refusal('creditNotes.void', { commandId: randomUUID(), id: 'cn_no' })).toMatchObject(
      {
        kind: 'not-found',
      },
    );
  });

  it('of a disputed payment pays nothing back', async () => {
    const story = await paidInvoice();
    const { program } = story;
    const [charge] = program.simulator.control.objects({ type: 'charge' });
    program.simulator.control.dispute({ charge: idOf(charge) });
    await program.until('it is disputed', async () => (await invoice(story)).badge === 'disputed');
    const [intent] = program.simulator.control.objects({ type: 'payment_intent' });
    expect(await refusal(story, { refund: { paymentId: idOf(intent), amount: 1000 } })).toContain('disputed');
  });

  it('accepted twice by the same click is one', async () => {
    const once = await openInvoice();
    const input = { commandId: randomUUID(), invoiceId: once.invoiceId, ...(await creation(once, AMOUNT)) };
    const [first, second] = [
      await once.program.call('creditNotes.create', input),
      await once.program.call('creditNotes.create', input),
    ];
    expect(second).toEqual(first);
    await settled(once, first.operationId ?? '');
    expect(notesAtStripe(once)).toHaveLength(1);
  });
});

/** What one unit of a line comes to with its taxes. */
async function oneOf({ program, invoiceId }: Story, id: string): Promise<number> {
  const what = { kind: 'lines', lines: [{ id, quantity: 1 }] } as const;
  return (
    await program.call('creditNotes.quote', {
      invoiceId,
      what: { ...what, lines: [...what.lines] },
      refundIds: [],
    })
  ).total;
}
