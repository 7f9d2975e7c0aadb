// Charging a saved method: card and debit on file of an open invoice, declines in words, authentication, and never twice.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PaymentOutcome } from '../../main/simulator/options.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { idOf } from '../support/id-of.ts';
import { type Program, type ProgramOptions, startConnected } from '../support/program.ts';

interface Story {
  readonly program: Program;
  readonly invoiceId: string;
  readonly customerId: string;
}

/** An open invoice whose customer has saved a method of which the bank will say this. */
async function openInvoice(outcome: PaymentOutcome, options: ProgramOptions = {}): Promise<Story> {
  const program = await startConnected(options);
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const story = { program, invoiceId: written.draftId, customerId: written.customerId };
  await program.until('the invoice is open', async () => (await badge(story)) === 'open');
  const [customer] = program.simulator.control.objects({ type: 'customer' });
  program.simulator.control.savePaymentMethod({ customer: idOf(customer), outcome });
  await program.call('charges.refresh', { commandId: randomUUID(), customerId: written.customerId });
  return story;
}

async function badge({ program, invoiceId }: Story): Promise<string> {
  return (await program.call('invoices.get', { id: invoiceId })).badge;
}

/** The click on "Charge" with the first saved method; answers the operation's id. */
async function charge({ program, invoiceId }: Story): Promise<string> {
  const { methods, amount } = await program.call('charges.options', { invoiceId });
  const { operationId } = await program.call('charges.create', {
    commandId: randomUUID(),
    invoiceId,
    methodId: methods[0]?.id ?? '',
    amount,
  });
  return operationId ?? '';
}

const settled = async ({ program }: Story, id: string): Promise<string> => {
  const state = async (): Promise<string> => (await program.call('outbox.get', { id })).state;
  await program.until('the charge has an end', async () =>
    ['done', 'failed', 'needs-review'].includes(await state()),
  );
  return state();
};

const charges = ({ program }: Story): readonly unknown[] =>
  program.simulator.control.objects({ type: 'charge' }).map(({ status }) => status);

describe('Charging a saved method', () => {
  it('shows the card on file, takes what is owed once, and the invoice is paid', async () => {
    const story = await openInvoice('succeeded');
    const { program, invoiceId } = story;
    expect((await program.call('invoices.get', { id: invoiceId })).actions).toContain('charge');
    expect(await program.call('charges.options', { invoiceId })).toMatchObject({
      refusal: null,
      methods: [{ label: 'Visa •••• 4242', isDefault: true, isExpired: false }],
    });
    expect(await settled(story, await charge(story))).toBe('done');
    await program.until('the invoice is paid', async () => (await badge(story)) === 'paid');
    expect(charges(story)).toEqual(['succeeded']);
    const paid = await program.call('invoices.get', { id: invoiceId });
    const payment = await program.call('payments.get', { id: paid.payments[0]?.id ?? '' });
    expect(payment).toMatchObject({ standing: 'succeeded', method: 'Visa •••• 4242' });
    expect(payment.attempts).toHaveLength(1);
    // It was the bookkeeper who ordered it: no news to them.
    expect(program.notifications).toEqual([]);
  });

  it.each([
    ['insufficient_funds', 'not enough money', 'Try again later'],
    ['lost_card', 'reported lost', 'do not tell the customer'],
    ['expired_card', 'has expired', 'new card'],
    ['declined', 'gave no reason', 'ask their bank'],
  ] as const)('explains %s and what can be done', async (outcome, reason, advice) => {
    const story = await openInvoice(outcome);
    const { program, invoiceId } = story;
    const id = await charge(story);
    expect(await settled(story, id)).toBe('failed');
    const { explanation, actions } = await program.call('outbox.get', { id });
    expect(explanation).toContain(reason);
    expect(explanation).toContain(advice);
    expect(actions).toEqual(['retry', 'discard']);
    expect(await badge(story)).toBe('open');
    await program.until('the failed payment is listed with its reason', async () =>
      (await program.call('payments.counts', { filter: {} })).statuses.some(
        ({ status }) => status === 'failed',
      ),
    );
    const { payments, timeline } = await program.call('invoices.get', { id: invoiceId });
    expect(payments[0]).toMatchObject({ standing: 'failed' });
    expect(timeline.some(({ detail }) => detail?.includes(reason))).toBe(true);
    const home = await program.call('home.get', {});
    expect(home.attention.filter((item) => item.invoiceId === invoiceId)).toHaveLength(1);
  });

  it('tries a declined card again when the bookkeeper says so, as a charge of its own', async () => {
    const story = await openInvoice('insufficient_funds');
    const { program } = story;
    const id = await charge(story);
    await settled(story, id);
    await program.call('outbox.retry', { commandId: randomUUID(), id });
    await program.until('it was tried again', async () => charges(story).length === 2);
    expect(await settled(story, id)).toBe('failed');
    expect(charges(story)).toEqual(['failed', 'failed']);
  });

  it.each(['declined', 'requires_action'] as const)(
    'hands a bank’s wish for authentication on to the customer, when Stripe answers %s',
    async (offSessionAuthentication) => {
      const story = await openInvoice('authentication_required', {
        simulator: { rules: { offSessionAuthentication } },
      });
      const { program, invoiceId } = story;
      const id = await charge(story);
      expect(await settled(story, id)).toBe('failed');
      expect((await program.call('outbox.get', { id })).explanation).toContain('Send the payment link');
      const { address } = await program.call('external.copyLink', { commandId: randomUUID(), invoiceId });
      expect(program.copied).toEqual([address]);
      expect(new URL(address).host).toBe('invoice.stripe.com');
      const [invoice] = program.simulator.control.objects({ type: 'invoice' });
      program.simulator.control.payInvoice({ invoice: idOf(invoice) });
      await program.until('the customer has paid', async () => (await badge(story)) === 'paid');
      expect(charges(story).filter((status) => status === 'succeeded')).toHaveLength(1);
      expect((await program.call('outbox.list', { view: 'active', limit: 10 })).needPerson).toBe(0);
    },
  );

  it('charges once when the program dies in the middle and the answer is lost', async () => {
    const story = await openInvoice('succeeded');
    const { program } = story;
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/invoices/*/pay' }, fault: { kind: 'timeout', effect: 'done' } },
    ]);
    const id = await charge(story);
    await program.restart();
    expect(await settled(story, id)).toBe('done');
    expect(charges(story)).toEqual(['succeeded']);
  });

  it('refuses a second charge while the first is on its way or being processed', async () => {
    const story = await openInvoice('sepa_processing', { simulator: { debitDelayMs: 3 * 86_400_000 } });
    const { program, invoiceId } = story;
    const { methods, amount } = await program.call('charges.options', { invoiceId });
    const again = {
      commandId: randomUUID(),
      invoiceId,
      methodId: methods[0]?.id ?? '',
      amount,
    };
    const id = await charge(story);
    expect(await program.refusal('charges.create', again)).toMatchObject({
      kind: 'wrong-state',
      code: 'busy',
    });
    expect(await settled(story, id)).toBe('done');
    expect(await program.refusal('charges.create', { ...again, commandId: randomUUID() })).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringContaining('still being processed'),
    });
    expect(await badge(story)).toBe('processing');
  });

  it('says what was known before when Stripe cannot be asked, and keeps the order until it can', async () => {
    const story = await openInvoice('succeeded');
    const { program, customerId } = story;
    program.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    const refresh = { commandId: randomUUID(), customerId };
    expect(await program.refusal('charges.refresh', refresh)).toEqual({ kind: 'offline' });
    await charge(story);
    await program.clock.advance(10 * 60_000);
    expect(charges(story)).toEqual([]);
    program.simulator.control.faults.script([]);
    await program.until('the invoice is paid', async () => (await badge(story)) === 'paid');
    expect(charges(story)).toEqual(['succeeded']);
  });

  it('forgets a card that was taken away at Stripe', async () => {
    const story = await openInvoice('succeeded');
    const { program, invoiceId, customerId } = story;
    const [method] = program.simulator.control.objects({ type: 'payment_method' });
    await program.simulator.handle({
      method: 'POST',
      path: `/v1/payment_methods/${idOf(method)}/detach`,
      headers: { authorization: 'Bearer sk_test_dashboard00000' },
      body: '',
    });
    await program.call('charges.refresh', { commandId: randomUUID(), customerId });
    expect((await program.call('charges.options', { invoiceId })).methods).toEqual([]);
  });
});
