// Books with one of most things, so that a made-up input can hit something.
import { randomUUID } from 'node:crypto';
import { writeInvoice } from '../acme.ts';
import { paidInvoice, refund, settled } from '../correction-story.ts';
import { dashboard } from '../dashboard.ts';
import type { Program } from '../program.ts';
import { begin, fieldsFor } from '../subscriptions.ts';

/** A paid invoice with a refund and its credit note, a disputed one, a draft, a recurring one, an item with a price, a coupon. */
export async function smallBusiness(): Promise<Program> {
  const story = await paidInvoice();
  const { program } = story;
  const { simulator } = program;
  await settled(story, await refund(story, 1000));
  const { customerId } = await writeInvoice(program);
  await begin(program, fieldsFor(customerId));
  await program.call('items.create', {
    commandId: randomUUID(),
    fields: { name: 'Design', description: '', unitLabel: 'hour' },
    price: { currency: 'eur', unitAmount: 9500, every: null },
  });
  const stripe = dashboard(simulator);
  await stripe.coupons.create({ percent_off: 10, duration: 'once', name: 'Spring' });
  const { data: charges } = await stripe.charges.list({ limit: 1 });
  simulator.control.dispute({ charge: charges[0]?.id ?? '', reason: 'product_not_received' });
  await program.clock.advance(180_000);
  return program;
}

/** The ids of everything in the books and at Stripe. */
export async function knownIds(program: Program): Promise<readonly string[]> {
  const page = { offset: 0, limit: 50 };
  const lists = await Promise.all([
    program.call('invoices.list', { filter: {}, sort: { by: 'issue', direction: 'desc' }, page }),
    program.call('customers.list', { filter: {}, sort: { by: 'name', direction: 'asc' }, page }),
    program.call('recurring.list', { filter: {}, sort: { by: 'next', direction: 'asc' }, page }),
    program.call('items.list', { filter: {}, sort: { by: 'name', direction: 'asc' }, page }),
    program.call('payments.list', { filter: {}, sort: { by: 'date', direction: 'asc' }, page }),
    program.call('creditNotes.list', { page }),
    program.call('disputes.list', { page }),
    program.call('payouts.list', { page }),
    program.call('outbox.list', { view: 'all', limit: 50 }),
    program.call('taxRates.list', { includeArchived: true }),
    program.call('coupons.list', {}),
    program.call('app.state', {}),
  ]);
  const named = JSON.stringify(lists).matchAll(/"(?:id|\w+Id)":"([^"]+)"/g);
  return [...new Set([...named].map(([, id = '']) => id))];
}
