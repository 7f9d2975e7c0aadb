// GDPR: everything about one customer can be handed to them and nothing of anybody else's, and they can be erased.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACME, clickSend, writeInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';
import { logsOf, NOTE, OTHER, paidCustomer, PHONE, whereKept } from '../support/personal-data-story.ts';
import { type Program, startConnected, TEST_KEY } from '../support/program.ts';
import { fieldsFor } from '../support/subscriptions.ts';

const Objects = z.array(z.looseObject({ id: z.string() }));
const Exported = z.object({
  stripe: z.record(z.string(), Objects),
  quittance: z.looseObject({
    drafts: z.array(z.looseObject({ id: z.string() })),
    notes: z.array(z.looseObject({ text: z.string() })),
    reminders: z.array(z.unknown()),
  }),
});

async function exported(program: Program, id: string): Promise<{ name: string; text: string }> {
  const saved = await program.call('customers.exportData', { commandId: randomUUID(), id });
  const name = saved.kind === 'saved' ? saved.name : '';
  return { name, text: new TextDecoder().decode(program.savedFiles.get(name)) };
}

describe('GDPR, PCI: the export of a customer’s data', () => {
  it('holds what Stripe has said of them and what was written here', async () => {
    const { program, written, stripeId } = await paidCustomer();
    const { customerId } = written;
    const draft = await program.call('drafts.create', { commandId: randomUUID(), customerId, copyOf: null });
    await program.call('invoices.note', {
      id: written.draftId,
      note: 'Called on Friday.',
    });
    const { name, text } = await exported(program, customerId);
    expect(name).toBe('Customer-data-Acme-Bruckenbau-GmbH.json');
    const { stripe, quittance } = Exported.parse(JSON.parse(text));
    expect(stripe['customer']).toMatchObject([{ id: stripeId, email: 'rechnung@acme.example' }]);
    expect(stripe['invoices']).toMatchObject([{ status: 'paid', customer: stripeId }]);
    expect(stripe['payments']).toMatchObject([{ status: 'succeeded' }]);
    expect(stripe['charges']).toMatchObject([{ payment_method_details: { card: { last4: '4242' } } }]);
    expect(stripe['paymentsOnInvoices']).toHaveLength(1);
    expect(quittance.drafts.map(({ id }) => id)).toEqual([draft.id]);
    expect(quittance.notes).toMatchObject([{ text: 'Called on Friday.' }]);
    for (const own of [
      'DE123456789',
      '+49 40 7654321',
      'Asks for the 7th floor.',
      'Hafenstraße 1',
      'Printed brochures',
    ])
      expect(text, own).toContain(own);
  });

  it('holds refunds, credit notes and recurring invoices', async () => {
    const { program, written, stripeId } = await paidCustomer();
    const stripe = dashboard(program.simulator);
    const invoice = idOf(program.simulator.control.objects({ type: 'invoice' })[0]);
    await stripe.creditNotes.create({ invoice, amount: 500, refund_amount: 500 });
    const product = await stripe.products.create({ name: 'Hosting' });
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'eur',
      unit_amount: 900,
      recurring: { interval: 'month' },
    });
    await stripe.subscriptions.create({
      customer: stripeId,
      items: [{ price: price.id }],
      collection_method: 'send_invoice',
      days_until_due: 14,
    });
    const parts = async (): Promise<Record<string, readonly unknown[]>> =>
      Exported.parse(JSON.parse((await exported(program, written.customerId)).text)).stripe;
    await program.until(
      'the last of them is here',
      async () => (await parts())['recurringInvoices']?.length === 1,
    );
    expect(await parts()).toMatchObject({
      refunds: [{ amount: 500 }],
      creditNotes: [{ invoice }],
      recurringInvoices: [{ customer: stripeId }],
    });
  });

  it('holds nothing of another customer, and no secret', async () => {
    const { program, written, otherId } = await paidCustomer();
    const one = (await exported(program, written.customerId)).text;
    for (const foreign of [OTHER.name, OTHER.email, OTHER.reference, OTHER.note, otherId])
      expect(one, foreign).not.toContain(foreign);
    const other = (await exported(program, otherId)).text;
    expect(other).toContain(OTHER.email);
    for (const foreign of ['acme', 'Hafenstraße 1', 'DE123456789', 'Printed brochures', '7654321'])
      expect(other.toLowerCase(), foreign).not.toContain(foreign.toLowerCase());
    for (const text of [one, other]) {
      expect(text).not.toContain(TEST_KEY);
      expect(text).not.toMatch(/_secret/);
      expect(text).not.toMatch(/\d{13,}/);
    }
  });

  it('is refused for nobody', async () => {
    const program = await startConnected();
    expect(
      await program.refusal('customers.exportData', { commandId: randomUUID(), id: 'customer_none' }),
    ).toMatchObject({ kind: 'not-found' });
  });
});

const INTERNAL = 'Called on Friday.';

async function erase(program: Program, id: string): Promise<void> {
  await program.call('customers.erase', { commandId: randomUUID(), id });
  await program.until(
    'the customer is erased',
    async () => (await program.call('customers.get', { id })).erasedAt !== null,
  );
}

const refusal = async (program: Program, id: string): Promise<string | null> =>
  (await program.call('customers.erasure', { id })).refusal;

/** What only issued documents may still hold, and where the invoice itself shows it. */
const DOCUMENTS: readonly string[] = ['stripe_object:invoice', 'stripe_object:credit_note', 'invoice'];

describe('GDPR, PCI: the erasure of a customer', () => {
  it('leaves the person in issued documents alone, also after a restart and a comparison', async () => {
    const { program, written, stripeId, otherId } = await paidCustomer();
    const { customerId, draftId } = written;
    await program.call('invoices.note', { id: draftId, note: INTERNAL });
    const canaries = ['rechnung@acme.example', 'Hafenstraße 1', PHONE, 'DE123456789', NOTE, INTERNAL];
    await program.restart();
    await erase(program, customerId);
    const check = async (): Promise<void> => {
      expect(await program.call('customers.get', { id: customerId })).toMatchObject({
        name: 'Erased customer',
        email: '',
        reference: '',
        deletedAtStripe: true,
        fields: { phone: '', note: '', taxIds: [], address: { line1: '', city: '' } },
      });
      expect(await program.call('customers.methods', { id: customerId })).toEqual({ methods: [] });
      for (const text of ['rechnung@acme', PHONE, NOTE])
        expect((await program.call('customers.find', { text })).rows, text).toEqual([]);
      expect(await program.call('invoices.get', { id: draftId })).toMatchObject({ badge: 'paid' });
    };
    await check();
    await program.call('sync.compare', { commandId: randomUUID() });
    await program.until(
      'everything was compared',
      async () => (await program.call('sync.comparison', {})).comparison?.state === 'done',
    );
    await program.restart();
    await program.until(
      'the events are in',
      async () => (await program.call('sync.status', {})).phase === 'idle',
    );
    await check();
    expect((await program.call('customers.get', { id: otherId })).email).toBe(OTHER.email);
    const logs = logsOf(program);
    for (const canary of canaries) expect(logs, canary).not.toContain(canary);
    // The books are locked while the program has them open.
    await program.restart(() => {
      for (const canary of [...canaries, 'Acme Brückenbau'])
        expect(
          whereKept(program, canary).filter((place) => !DOCUMENTS.includes(place)),
          canary,
        ).toEqual([]);
      for (const own of [NOTE, INTERNAL]) expect(whereKept(program, own), own).toEqual([]);
      expect(whereKept(program, OTHER.email)).toContain('customer');
    });
    expect(program.simulator.control.objects({ type: 'customer' })).toContainEqual(
      expect.objectContaining({ id: stripeId, deleted: true }),
    );
  });

  it('is refused while anything is still to come, and then nothing is queued', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const { customerId: id } = written;
    await program.until(
      'it is at Stripe',
      async () => (await program.call('customers.get', { id })).state === 'saved',
    );
    expect(await refusal(program, id)).toMatch(/draft/);
    await clickSend(program, written);
    expect(await refusal(program, id)).toMatch(/under way/);
    await program.until('it is open', async () => {
      const { badge } = await program.call('invoices.get', { id: written.draftId });
      return badge === 'open';
    });
    const before = (await program.call('outbox.list', { view: 'all', limit: 50 })).operations.length;
    expect(await program.refusal('customers.erase', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringMatching(/open/),
    });
    expect((await program.call('outbox.list', { view: 'all', limit: 50 })).operations).toHaveLength(before);
  });

  it('lets nothing new be made while it waits, and can be given up until then', async () => {
    const { program, written } = await paidCustomer();
    const { customerId } = written;
    program.simulator.control.faults.script([
      { match: {}, fault: { kind: 'reset', effect: 'none' }, times: 1_000_000 },
    ]);
    const { operationId } = await program.call('customers.erase', {
      commandId: randomUUID(),
      id: customerId,
    });
    const draft = { commandId: randomUUID(), customerId, copyOf: null };
    expect(await program.refusal('drafts.create', draft)).toMatchObject({ code: 'erasing' });
    expect(
      await program.refusal('customers.save', { commandId: randomUUID(), id: customerId, fields: ACME }),
    ).toMatchObject({ code: 'erasing' });
    const fields = fieldsFor(customerId);
    const { totals } = await program.call('recurring.review', { fields });
    const total = { amount: totals.total, currency: 'eur' };
    expect(
      await program.refusal('recurring.create', { commandId: randomUUID(), fields, total }),
    ).toMatchObject({ code: 'erasing' });
    // A draft that was written for nobody yet, and is given this customer now.
    const { id, content, revision } = await program.call('drafts.create', { ...draft, customerId: null });
    const lines = content.lines.map((line) => ({
      ...line,
      description: 'Design',
      unitAmountDecimal: '5000',
    }));
    const saved = await program.call('drafts.save', {
      id,
      revision,
      content: { ...content, currency: 'eur', customerId, lines },
    });
    expect(
      await program.refusal('drafts.send', {
        commandId: randomUUID(),
        id,
        revision: saved.revision,
        email: true,
        total: { amount: 5_000, currency: 'eur' },
      }),
    ).toMatchObject({ code: 'erasing' });
    await program.call('outbox.cancel', { commandId: randomUUID(), id: operationId ?? '' });
    program.simulator.control.faults.script([]);
    await program.until(
      'it is as before',
      async () => !(await program.call('customers.get', { id: customerId })).archived,
    );
    expect(await program.call('customers.get', { id: customerId })).toMatchObject({
      state: 'saved',
      email: ACME.email,
      erasedAt: null,
    });
  });

  it('of one who was deleted in Stripe’s dashboard is the bookkeeper’s to decide', async () => {
    const { program, written, stripeId } = await paidCustomer();
    const { customerId: id } = written;
    await dashboard(program.simulator).customers.del(stripeId);
    await program.until(
      'it is known here',
      async () => (await program.call('customers.get', { id })).deletedAtStripe,
    );
    expect(await program.call('customers.get', { id })).toMatchObject({
      erasedAt: null,
      fields: { email: ACME.email, note: NOTE },
    });
    const requests = program.simulator.control.requests().length;
    await program.call('customers.erase', { commandId: randomUUID(), id });
    expect(await program.call('customers.get', { id })).toMatchObject({ name: 'Erased customer', email: '' });
    expect(program.simulator.control.requests()).toHaveLength(requests);
    expect(await refusal(program, id)).toBe('This customer was erased already.');
  });
});
