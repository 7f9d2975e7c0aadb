// Both answers to what is not known of invoices: their drafts, totals, ends and corrections.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ACME, clickSend, writeInvoice } from '../../support/acme.ts';
import { create, creation, invoice, openInvoice, paidInvoice } from '../../support/correction-story.ts';
import { dashboard } from '../../support/dashboard.ts';
import { atStripe, bill, catchUp, either, ended, line } from '../../support/either-answer.ts';
import { startConnected } from '../../support/program.ts';

async function taxRate(program: Awaited<ReturnType<typeof startConnected>>): Promise<string> {
  const rate = { name: 'USt', percentage: '19', inclusive: false, country: 'DE' };
  return (await program.call('taxRates.create', { commandId: randomUUID(), ...rate })).id;
}

export const invoiceRuns = {
  emailRequired: either({ when_created: 'failed', when_sent: 'done' }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const written = await writeInvoice(program);
    await catchUp(program);
    await program.call('customers.save', {
      commandId: randomUUID(),
      id: written.customerId,
      fields: { ...ACME, email: '' },
    });
    await catchUp(program);
    const { state } = await ended(program, await clickSend(program, written, false));
    expect(state).toBe(expected);
    return program;
  }),

  zeroInvoice: either({ paid: 'paid', open: 'open' }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const story = await bill(program, {
      lines: [line('Sample', '5000')],
      discount: { kind: 'percent', percent: '100' },
    });
    await catchUp(program);
    expect(await invoice(story)).toMatchObject({ badge: expected, total: 0, balanceDue: 0 });
    return program;
  }),

  inlineProduct: either({ archived: [], active: ['Design'] }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    await bill(program, { lines: [line('Design', '5000')] });
    await catchUp(program);
    const { data } = await dashboard(program.simulator).products.list({ active: true });
    expect(data.map(({ name }) => name)).toEqual(expected);
    return program;
  }),

  editableWhenFinal: either({ little: true, texts_too: true }, async (rules) => {
    const story = await openInvoice({ simulator: { rules } });
    const { program, invoiceId: id } = story;
    const { operationId } = await program.call('invoices.markPaid', {
      commandId: randomUUID(),
      id,
      method: 'cash',
      reference: 'Receipt 7',
    });
    expect((await ended(program, operationId ?? '')).state).toBe('done');
    expect(await invoice(story)).toMatchObject({ badge: 'paid', paidOutside: 'Cash · Receipt 7' });
    return program;
  }),

  revisedOriginal: either({ voided: 'void', stays: 'open' }, async (rules, expected) => {
    const story = await openInvoice({ simulator: { rules } });
    const { program } = story;
    const stripe = dashboard(program.simulator);
    const revision = await stripe.invoices.create({
      from_invoice: { action: 'revision', invoice: atStripe(story) },
    });
    await stripe.invoices.finalizeInvoice(revision.id);
    await catchUp(program);
    expect((await invoice(story)).badge).toBe(expected);
    return program;
  }),

  outOfBandPayment: either({ none: 'paid', payment_record: 'paid' }, async (rules, expected) => {
    const story = await openInvoice({ simulator: { rules } });
    const { program, invoiceId: id } = story;
    const paid = { id, method: 'cheque', reference: '' } as const;
    const { operationId } = await program.call('invoices.markPaid', { commandId: randomUUID(), ...paid });
    await ended(program, operationId ?? '');
    expect(await invoice(story)).toMatchObject({ badge: expected, paidOutsideStripe: true, payments: [] });
    return program;
  }),

  intentAfterwards: either(
    { canceled: 'canceled', left: 'requires_payment_method' },
    async (rules, expected) => {
      const story = await openInvoice({ simulator: { rules } });
      const { program, invoiceId: id } = story;
      const { operationId } = await program.call('invoices.void', { commandId: randomUUID(), id });
      await ended(program, operationId ?? '');
      await catchUp(program);
      const { statuses } = await program.call('payments.counts', { filter: {} });
      expect(statuses.map(({ status }) => status)).toEqual([expected]);
      expect(await invoice(story)).toMatchObject({ badge: 'void', payments: [], actions: ['duplicate'] });
      return program;
    },
  ),

  taxRounding: either({ per_line: 128, per_invoice: 129 }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const taxRateIds = [await taxRate(program)];
    // The tax of 0.53 is 0.1007, of 0.55 it is 0.1045, and of both together 0.2052.
    const lines = [line('A', '53'), line('B', '55')].map((one) => ({ ...one, taxRateIds }));
    const story = await bill(program, { lines });
    expect((await invoice(story)).total).toBe(expected);
    return program;
  }),

  discountRemainder: either({ largest: 32, last_line: 32 }, async (rules) => {
    const program = await startConnected({ simulator: { rules } });
    const taxRateIds = [await taxRate(program)];
    const lines = [line('A', '1000'), line('B', '1000'), line('C', '1000')];
    const story = await bill(program, {
      lines: lines.map((one) => ({ ...one, taxRateIds })),
      discount: { kind: 'amount', amount: 100 },
    });
    const { discount, balanceDue, total } = await invoice(story);
    expect([discount, balanceDue]).toEqual([100, total]);
    return program;
  }),

  /** A last digit that Stripe might refuse is refused here, before anything is queued. */
  threeDecimals: either({ as_two: 'open', last_digit_zero: 'open' }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const story = await bill(program, { currency: 'kwd', lines: [line('Design', '5120')] });
    expect(await invoice(story)).toMatchObject({ badge: expected, total: 5_120, currency: 'kwd' });
    const refused = bill(program, { currency: 'kwd', lines: [line('Design', '5123')] });
    await expect(refused).rejects.toThrow('drafts.send');
    return program;
  }),

  linesPerCall: either<number, number>({ 250: 60, 25: 60 }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const lines = Array.from({ length: expected }, (_, index) => line(`Card ${index + 1}`, '100'));
    const story = await bill(program, { lines });
    expect((await invoice(story)).lines).toHaveLength(expected);
    return program;
  }),

  invoicePaymentPrefix: either({ inpay: 1_000, inp: 1_000 }, async (rules, amount) => {
    const story = await paidInvoice({ simulator: { rules } });
    const { program } = story;
    const { refundable } = await invoice(story);
    const refund = { paymentId: refundable[0]?.paymentId ?? '', amount };
    await ended(program, await create(story, await creation(story, { kind: 'amount', amount }, { refund })));
    expect(await invoice(story)).toMatchObject({ badge: 'partially-refunded', refunded: amount });
    return program;
  }),

  expandLevels: either({ every_name: 'paid', without_data: 'paid' }, async (rules, expected) => {
    const story = await paidInvoice({ simulator: { rules } });
    await catchUp(story.program);
    const { payments, badge } = await invoice(story);
    expect([badge, payments.map(({ standing, fee }) => [standing, fee !== null])]).toEqual([
      expected,
      [['succeeded', true]],
    ]);
    return story.program;
  }),
} as const;
