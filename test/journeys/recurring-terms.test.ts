// Products, recurring prices, subscriptions, scheduled invoices: the terms of a recurring invoice, from their beginning to their end.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dashboard } from '../support/dashboard.ts';
import { idOf } from '../support/id-of.ts';
import { startConnected } from '../support/program.ts';
import {
  act,
  begun,
  customerWithCard,
  detail,
  freeLine,
  MONTHLY,
  pollNow,
} from '../support/subscriptions.ts';

const DAY_MS = 86_400_000;

describe('Its terms', () => {
  it('charge a saved card by itself, period after period', async () => {
    const program = await startConnected();
    const { customerId, methodId } = await customerWithCard(program);
    const { id, stripeId } = await begun(program, {
      customerId,
      collection: { kind: 'charge', methodId },
      memo: 'Thank you',
    });
    await pollNow(program);
    expect(await detail(program, id)).toMatchObject({
      collects: 'charge',
      methodLabel: 'Visa •••• 4242',
      history: [{ status: 'paid', total: 4_900, balanceDue: 0 }],
    });
    await program.asleep(31 * DAY_MS);
    await pollNow(program);
    const { history } = await detail(program, id);
    expect(history.map(({ status, day }) => [status, day])).toEqual([
      ['paid', '2026-07-15'],
      ['paid', '2026-06-15'],
    ]);
    const invoice = await program.call('invoices.get', { id: history[0]?.id ?? '' });
    expect(invoice).toMatchObject({ memo: 'Thank you', recurring: { id, title: 'Hosting' } });
    // Stripe's id leads to the same page, as it does from an event.
    expect((await detail(program, stripeId ?? '')).id).toBe(id);
  });

  it('end after a number of invoices, the last as whole as the first', async () => {
    const program = await startConnected();
    const { id } = await begun(program, { end: { kind: 'after', invoices: 3 } });
    expect(await detail(program, id)).toMatchObject({ standing: 'ending', endDay: '2026-09-15' });
    await program.asleep(150 * DAY_MS);
    await pollNow(program);
    const { standing, history } = await detail(program, id);
    expect(standing).toBe('ended');
    expect(history.map(({ day, total }) => [day, total])).toEqual([
      ['2026-08-15', 4_900],
      ['2026-07-15', 4_900],
      ['2026-06-15', 4_900],
    ]);
  });

  it('wait for the first of a month, with the days until then charged in part', async () => {
    const program = await startConnected();
    const { id } = await begun(program, { start: { kind: 'first-of-month', until: 'charged' } });
    await program.asleep(20 * DAY_MS);
    await pollNow(program);
    const { history } = await detail(program, id);
    expect(history.map(({ day }) => day)).toEqual(['2026-07-01', '2026-06-15']);
    expect(history.map(({ total }) => total)).toEqual([4_900, expect.any(Number)]);
    expect(history[1]?.total).toBeGreaterThan(2_000);
    expect(history[1]?.total).toBeLessThan(3_000);
  });

  it('are changed with the difference settled as the preview said', async () => {
    const program = await startConnected();
    const { id, content } = await begun(program);
    await program.asleep(10 * DAY_MS);
    await pollNow(program);
    const change = {
      ...content,
      lines: content.lines.map((line) => ({ ...line, quantity: 3 })),
      end: { kind: 'after' as const, invoices: 2 },
      proration: 'next-invoice' as const,
    };
    const { upcoming } = await program.call('recurring.preview', { id, change });
    expect(upcoming).toMatchObject({ day: '2026-07-15', currency: 'eur' });
    expect(upcoming?.total).toBeGreaterThan(3 * 4_900);
    const changed = await act(program, 'recurring.change', { id, change });
    expect(changed).toMatchObject({ title: '3 × Hosting', amount: 14_700, endDay: '2026-09-15' });
    expect((await program.call('recurring.preview', { id, change: null })).upcoming?.total).toBe(
      upcoming?.total,
    );
    await program.asleep(25 * DAY_MS);
    await pollNow(program);
    const { history } = await detail(program, id);
    expect(history[0]).toMatchObject({ day: '2026-07-15', total: upcoming?.total });
  });

  it('are shown as Stripe said last while there is no connection', async () => {
    const program = await startConnected();
    const { id } = await begun(program);
    const { upcoming } = await program.call('recurring.preview', { id, change: null });
    program.simulator.control.faults.script([
      {
        match: { method: 'POST', path: '/v1/invoices/create_preview' },
        fault: { kind: 'reset', effect: 'none' },
      },
    ]);
    expect(await program.refusal('recurring.preview', { id, change: null })).toEqual({ kind: 'offline' });
    expect((await detail(program, id)).upcoming).toEqual(upcoming);
  });

  it('come from the catalogue, where it is counted who uses them', async () => {
    const program = await startConnected();
    const { id: itemId } = await program.call('items.create', {
      commandId: randomUUID(),
      fields: { name: 'Support', description: '', unitLabel: 'hour' },
      price: { currency: 'eur', unitAmount: 9_900, every: MONTHLY },
    });
    const { prices } = await program.call('items.get', { id: itemId });
    const priceId = prices[0]?.id ?? '';
    const line = { ...freeLine('Support', 9_900, 2), itemId, priceId };
    const { id } = await begun(program, { lines: [line] });
    expect((await program.call('items.get', { id: itemId })).usedBy.recurring).toBe(1);
    await program.call('items.change', {
      commandId: randomUUID(),
      id: itemId,
      fields: { name: 'Support and care', description: '', unitLabel: 'hour' },
    });
    await program.until('it is called by the new name', async () => {
      return (await detail(program, id)).title === '2 × Support and care';
    });
    await act(program, 'recurring.cancel', { id, when: 'now', credit: true });
    expect((await program.call('items.get', { id: itemId })).usedBy.recurring).toBe(0);
  });
});

describe('What is done in Stripe’s dashboard', () => {
  it('arrives: one made there, paused there, ended there', async () => {
    const program = await startConnected();
    const { stripeId } = await begun(program);
    const stripe = dashboard(program.simulator);
    await stripe.subscriptions.update(stripeId ?? '', { pause_collection: { behavior: 'void' } });
    await pollNow(program);
    expect(await detail(program, stripeId ?? '')).toMatchObject({
      standing: 'paused',
      pause: { behavior: 'void' },
      actions: ['change', 'resume', 'cancel'],
    });
    const { rows } = await program.call('events.list', { search: 'subscription', limit: 10 });
    expect(rows.find(({ objectId }) => objectId === stripeId)?.place).toMatchObject({ kind: 'recurring' });
    await stripe.subscriptions.cancel(stripeId ?? '');
    await pollNow(program);
    expect(await detail(program, stripeId ?? '')).toMatchObject({ standing: 'ended' });
    const [customer] = program.simulator.control.objects({ type: 'customer' });
    const product = await stripe.products.create({ name: 'Domain' });
    const made = await stripe.subscriptions.create({
      customer: idOf(customer),
      collection_method: 'send_invoice',
      days_until_due: 7,
      items: [
        {
          price_data: {
            currency: 'eur',
            product: product.id,
            recurring: { interval: 'year' },
            unit_amount: 1_250,
          },
        },
      ],
    });
    await pollNow(program);
    expect(await detail(program, made.id)).toMatchObject({
      title: 'Domain',
      every: { interval: 'year', count: 1 },
      amount: 1_250,
      standing: 'active',
    });
  });
});
