// GDPR: nobody is erased while a dispute, a subscription, a debit or a refund of theirs has no end yet; an export holds these too.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clickSend, writeInvoice } from '../support/acme.ts';
import {
  invoice as invoiceOf,
  paidInvoice,
  refund,
  refundsAtStripe,
  settled,
} from '../support/correction-story.ts';
import { dashboard } from '../support/dashboard.ts';
import { opened, ordered } from '../support/dispute-story.ts';
import { idOf } from '../support/id-of.ts';
import { OTHER, paidCustomer } from '../support/personal-data-story.ts';
import { type Program, startConnected } from '../support/program.ts';

const erasure = async (program: Program, id: string): Promise<string | null> =>
  (await program.call('customers.erasure', { id })).refusal;

/** The reason is told beforehand and again at the click, which queues nothing. */
async function expectRefused(program: Program, id: string, reason: RegExp): Promise<void> {
  const queued = async (): Promise<number> =>
    (await program.call('outbox.list', { view: 'all', limit: 50 })).operations.length;
  await program.until('the reason is known', async () => reason.test((await erasure(program, id)) ?? ''));
  const before = await queued();
  expect(await program.refusal('customers.erase', { commandId: randomUUID(), id })).toMatchObject({
    kind: 'wrong-state',
    code: 'not-erasable',
    message: expect.stringMatching(reason),
  });
  expect(await queued()).toBe(before);
}

const chargeOf = ({ simulator }: Program): string => idOf(simulator.control.objects({ type: 'charge' })[0]);

describe('GDPR, PCI: an erasure is refused', () => {
  it('while a dispute is open, and not once it was given up', async () => {
    const { program, written, otherId } = await paidCustomer();
    const { customerId, draftId: invoiceId } = written;
    const id = await opened({ program, invoiceId, customerId, chargeId: chargeOf(program) });
    await expectRefused(program, customerId, /dispute/);
    expect(await erasure(program, otherId)).toBeNull();
    await ordered(program, 'disputes.accept', id);
    await program.until('nothing hinders', async () => (await erasure(program, customerId)) === null);
  });

  it('while a subscription is live, and not once it has ended', async () => {
    const { program, written, stripeId, otherId } = await paidCustomer();
    const stripe = dashboard(program.simulator);
    const product = await stripe.products.create({ name: 'Hosting' });
    const recurring = { interval: 'month' } as const;
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount: 900,
      recurring,
    });
    const trialEnd = Math.floor(program.clock.now() / 1000) + 30 * 86_400;
    const { id } = await stripe.subscriptions.create({
      customer: stripeId,
      items: [{ price: price.id }],
      collection_method: 'send_invoice',
      days_until_due: 14,
      trial_end: trialEnd,
    });
    await expectRefused(program, written.customerId, /recurring/);
    expect(await erasure(program, otherId)).toBeNull();
    await stripe.subscriptions.cancel(id);
    await program.until('nothing hinders', async () => (await erasure(program, written.customerId)) === null);
  });

  it('while a refund is on its way, and not once it has arrived', async () => {
    const story = await paidInvoice({ pay: 'sepa_processing' });
    const { program } = story;
    const { customerId } = await invoiceOf(story);
    expect(await settled(story, await refund(story, 700))).toBe('done');
    expect(refundsAtStripe(story)).toMatchObject([{ status: 'pending' }]);
    await expectRefused(program, customerId ?? '', /refund/);
    await program.asleep(20 * 86_400_000);
    await program.until('nothing hinders', async () => (await erasure(program, customerId ?? '')) === null);
    expect(refundsAtStripe(story)).toMatchObject([{ status: 'succeeded' }]);
  });

  it('while the bank has not answered to a debit, after which the invoice is paid', async () => {
    const program = await startConnected({ simulator: { debitDelayMs: 3 * 86_400_000 } });
    const written = await writeInvoice(program);
    await clickSend(program, written);
    const badge = async (): Promise<string> =>
      (await program.call('invoices.get', { id: written.draftId })).badge;
    await program.until('it is open', async () => (await badge()) === 'open');
    const invoice = idOf(program.simulator.control.objects({ type: 'invoice' })[0]);
    program.simulator.control.payInvoice({ invoice, outcome: 'sepa_processing' });
    await program.until('it is processing', async () => (await badge()) === 'processing');
    await expectRefused(program, written.customerId, /A payment of this customer is processing/);
    await program.asleep(4 * 86_400_000);
    await program.until('it is paid', async () => (await badge()) === 'paid');
    expect(await erasure(program, written.customerId)).toBeNull();
  });
});

const Exported = z.object({
  stripe: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
  quittance: z.looseObject({ reminders: z.array(z.unknown()), notes: z.array(z.unknown()) }),
});

async function exported(program: Program, id: string): Promise<z.infer<typeof Exported>> {
  const saved = await program.call('customers.exportData', { commandId: randomUUID(), id });
  const bytes = program.savedFiles.get(saved.kind === 'saved' ? saved.name : '');
  return Exported.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

describe('GDPR, PCI: the export of a customer’s data', () => {
  it('holds their disputes and saved methods, and of the other’s only in the other’s', async () => {
    const { program, written, stripeId, otherId } = await paidCustomer();
    const { customerId, draftId: invoiceId } = written;
    const { stripeId: otherStripeId } = await program.call('customers.get', { id: otherId });
    for (const customer of [stripeId, otherStripeId ?? '']) {
      program.simulator.control.savePaymentMethod({ customer, outcome: 'succeeded' });
    }
    for (const id of [customerId, otherId])
      await program.call('charges.refresh', { commandId: randomUUID(), customerId: id });
    const dispute = await opened({ program, invoiceId, customerId, chargeId: chargeOf(program) });
    await program.call('disputes.write', { id: dispute, texts: { customer_name: 'Acme' } });
    const own = await exported(program, customerId);
    expect(own.stripe['disputes']).toMatchObject([{ id: dispute }]);
    expect(own.stripe['savedPaymentMethods']).toMatchObject([{ customer: stripeId }]);
    expect(own.quittance.notes).toMatchObject([{ about: dispute }]);
    const other = await exported(program, otherId);
    expect(other.stripe['customer']).toMatchObject([{ email: OTHER.email }]);
    expect(other.stripe['savedPaymentMethods']).toMatchObject([{ customer: otherStripeId }]);
    expect(other.stripe['disputes']).toEqual([]);
    expect(other.quittance.notes).toEqual([]);
  });

  it('holds the reminders that were passed over, and of the other none', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const { id: otherId } = await program.call('customers.save', {
      commandId: randomUUID(),
      id: null,
      fields: OTHER,
    });
    await clickSend(program, written);
    const { draftId: invoiceId } = written;
    await program.until(
      'it is open',
      async () => (await program.call('invoices.get', { id: invoiceId })).badge === 'open',
    );
    await program.asleep(34 * 86_400_000);
    const reminders = [{ invoiceId, step: 3 }];
    expect(await program.call('reminders.skip', { commandId: randomUUID(), reminders })).toEqual({
      skipped: 1,
    });
    expect((await exported(program, written.customerId)).quittance.reminders).toMatchObject([
      { invoiceId, step: 3, what: 'passed over' },
    ]);
    expect((await exported(program, otherId)).quittance.reminders).toEqual([]);
  });
});
