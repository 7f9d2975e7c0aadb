// Both answers to what is not known of payments: transfers, debits, charges while the customer is away.
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CustomerOutcome } from '../../../main/simulator/options.ts';
import type { Rules } from '../../../main/simulator/rules.ts';
import { invoice, openInvoice, type Story } from '../../support/correction-story.ts';
import { dashboard } from '../../support/dashboard.ts';
import { atStripe, bill, catchUp, either, ended, line } from '../../support/either-answer.ts';
import { idOf } from '../../support/id-of.ts';
import { startConnected } from '../../support/program.ts';

/** An invoice that can be paid by transfer alone, and what its customer did. */
async function byTransfer(rules: Partial<Rules>, outcome: CustomerOutcome | null): Promise<Story> {
  const program = await startConnected({ simulator: { rules } });
  const story = await bill(program, {
    lines: [line('Print', '10000')],
    paymentMethods: ['customer_balance'],
  });
  if (outcome !== null) program.simulator.control.payInvoice({ invoice: atStripe(story), outcome });
  await catchUp(program);
  return story;
}

/** The click on "Charge" with what was attached at Stripe; how it ended. */
async function charge({ program, invoiceId }: Story): Promise<string> {
  const { customerId } = await program.call('invoices.get', { id: invoiceId });
  await program.call('charges.refresh', { commandId: randomUUID(), customerId: customerId ?? '' });
  const { methods, amount } = await program.call('charges.options', { invoiceId });
  const { operationId } = await program.call('charges.create', {
    commandId: randomUUID(),
    invoiceId,
    methodId: methods[0]?.id ?? '',
    amount,
  });
  return (await ended(program, operationId ?? '')).state;
}

export const paymentRuns = {
  bankTransferPart: either(
    { held: ['open', 0], applied: ['partially-paid', 4_000] },
    async (rules, expected) => {
      const story = await byTransfer(rules, 'bank_transfer_part');
      const { badge, amountPaid } = await invoice(story);
      expect([badge, amountPaid]).toEqual(expected);
      return story.program;
    },
  ),

  bankTransferIntent: either(
    { requires_payment_method: [], requires_action: ['display_bank_transfer_instructions'] },
    async (rules, expected) => {
      const story = await byTransfer(rules, null);
      const { badge, payments } = await invoice(story);
      expect(badge).toBe('open');
      expect(payments.map(({ nextAction }) => nextAction)).toEqual(expected);
      story.program.simulator.control.payInvoice({ invoice: atStripe(story), outcome: 'bank_transfer' });
      await catchUp(story.program);
      expect((await invoice(story)).badge).toBe('paid');
      return story.program;
    },
  ),

  overpaidAmountPaid: either({ all: 11_000, due: 10_000 }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const story = await bill(program, { lines: [line('Print', '10000')] });
    const stripe = dashboard(program.simulator);
    const { customer } = await stripe.invoices.retrieve(atStripe(story));
    const deposit = await stripe.paymentIntents.create({
      amount: 11_000,
      currency: 'eur',
      customer: typeof customer === 'string' ? customer : '',
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    await stripe.invoices.attachPayment(atStripe(story), { payment_intent: deposit.id });
    await catchUp(program);
    expect(await invoice(story)).toMatchObject({
      badge: 'paid',
      total: 10_000,
      amountPaid: expected,
      amountOverpaid: 1_000,
      balanceDue: 0,
    });
    return program;
  }),

  /** Refused here before anything is queued, so that it does not matter when Stripe would. */
  foreignMethodRefused: either({ when_finalized: 0, when_set: 0 }, async (rules, expected) => {
    const program = await startConnected({ simulator: { rules } });
    const refused = bill(program, {
      currency: 'usd',
      lines: [line('Print', '10000')],
      paymentMethods: ['sepa_debit'],
    });
    await expect(refused).rejects.toThrow('drafts.send');
    await catchUp(program);
    expect(program.simulator.control.objects({ type: 'invoice' })).toHaveLength(expected);
    return program;
  }),

  offSessionAuthentication: either(
    { declined: 'failed', requires_action: 'requires_action' },
    async (rules, expected) => {
      const story = await openInvoice({ simulator: { rules } });
      const { control } = story.program.simulator;
      const customer = idOf(control.objects({ type: 'customer' })[0]);
      control.savePaymentMethod({ customer, outcome: 'authentication_required' });
      expect(await charge(story)).toBe('failed');
      await catchUp(story.program);
      const { payments, badge } = await invoice(story);
      expect([badge, payments.map(({ standing }) => standing)]).toEqual(['open', [expected]]);
      return story.program;
    },
  ),

  attachedDebit: either(
    { implies_mandate: ['done', 'processing'], needs_mandate: ['failed', 'open'] },
    async (rules, expected) => {
      const story = await openInvoice({ simulator: { rules } });
      const { simulator } = story.program;
      const customer = idOf(simulator.control.objects({ type: 'customer' })[0]);
      await dashboard(simulator).paymentMethods.attach('pm_success_de', { customer });
      const state = await charge(story);
      await story.program.call('sync.now', { commandId: randomUUID() });
      await story.program.clock.advance(2_000);
      expect([state, (await invoice(story)).badge]).toEqual(expected);
      return story.program;
    },
  ),
} as const;
