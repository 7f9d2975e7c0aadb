// GDPR: everything about one customer can be handed to them, and nothing of anybody else's.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACME, clickSend, writeInvoice, type WrittenInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';
import { type Program, startConnected, TEST_KEY } from '../support/program.ts';

/** What is written nowhere but about the first customer. */
const OTHER = {
  ...ACME,
  name: 'Someone Else Ltd',
  email: 'other@else.example',
  taxIds: [],
  reference: 'K-2002',
  note: 'Prefers the telephone.',
};

interface TwoCustomers {
  readonly program: Program;
  readonly written: WrittenInvoice;
  readonly stripeId: string;
  readonly otherId: string;
}

/** An invoice that was sent and paid, another draft, and a customer who has nothing to do with them. */
async function paidCustomer(): Promise<TwoCustomers> {
  const program = await startConnected();
  const written = await writeInvoice(program);
  const saved = async (id: string): Promise<boolean> => {
    const customer = await program.call('customers.get', { id });
    return customer.state === 'saved' && customer.stripeId !== null;
  };
  await program.until('the customer is at Stripe', () => saved(written.customerId));
  await program.call('customers.save', {
    commandId: randomUUID(),
    id: written.customerId,
    fields: { ...ACME, phone: '+49 40 7654321', note: 'Asks for the 7th floor.' },
  });
  const { id: otherId } = await program.call('customers.save', {
    commandId: randomUUID(),
    id: null,
    fields: OTHER,
  });
  await clickSend(program, written);
  const badge = async (): Promise<string> =>
    (await program.call('invoices.get', { id: written.draftId })).badge;
  await program.until('it is open', async () => (await badge()) === 'open');
  program.simulator.control.payInvoice({
    invoice: idOf(program.simulator.control.objects({ type: 'invoice' })[0]),
  });
  await program.until('it is paid', async () => (await badge()) === 'paid');
  const customer = await program.call('customers.get', { id: written.customerId });
  await program.until('the other is saved', () => saved(otherId));
  return { program, written, stripeId: customer.stripeId ?? '', otherId };
}

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

describe('The export of a customer’s data', () => {
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
    for (const foreign of ['acme', 'Hafenstraße 1, ', 'DE123456789', 'Printed brochures', '7654321'])
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
