// Products, recurring prices, subscriptions, scheduled invoices: the catalogue.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../shared/contract/calls.ts';
import { writeInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, startConnected } from '../support/program.ts';

const MONTH = { interval: 'month', count: 1 } as const;
const HOSTING = { name: 'Hosting', description: 'Servers in Falkenstein', unitLabel: 'month' };

type Item = CallOutput<'items.get'>;

async function createItem(program: Program, fields = HOSTING, unitAmount = 4_900): Promise<string> {
  const { id } = await program.call('items.create', {
    commandId: randomUUID(),
    fields,
    price: { currency: 'eur', unitAmount, every: MONTH },
  });
  return id;
}

const item = (program: Program, id: string): Promise<Item> => program.call('items.get', { id });

async function saved(program: Program, id: string): Promise<Item> {
  await program.until('it is at Stripe', async () => {
    const { state, prices } = await item(program, id);
    return state === 'saved' && prices.every((price) => price.state === 'saved');
  });
  return item(program, id);
}

const names = async (
  program: Program,
  filter: CallInput<'items.list'>['filter'],
): Promise<readonly string[]> => {
  const { rows } = await program.call('items.list', {
    filter,
    sort: { by: 'name', direction: 'asc' },
    page: { offset: 0, limit: 50 },
  });
  return rows.map(({ name }) => name);
};

describe('items and their prices', () => {
  it('are there at once, offline too, and reach Stripe once, whatever ends the program', async () => {
    const program = await startConnected();
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/products' }, fault: { kind: 'timeout', effect: 'done' } },
    ]);
    const commandId = randomUUID();
    const create = {
      commandId,
      fields: HOSTING,
      price: { currency: 'eur', unitAmount: 4_900, every: MONTH },
    };
    const first = await program.call('items.create', create);
    expect(await program.call('items.create', create)).toEqual(first);
    expect(await item(program, first.id)).toMatchObject({
      name: 'Hosting',
      state: 'queued',
      stripeId: null,
      prices: [{ unitAmountDecimal: '4900', every: MONTH, state: 'queued', active: true }],
    });
    await program.restart();
    const { stripeId } = await saved(program, first.id);
    await program.call('external.open', { kind: 'dashboard', of: 'item', id: first.id });
    expect(program.opened).toEqual([`https://dashboard.stripe.com/test/products/${stripeId}`]);
    const products = program.simulator.control.objects({ type: 'product' });
    expect(products).toHaveLength(1);
    expect(products[0]).toMatchObject({ id: stripeId, name: 'Hosting', unit_label: 'month', active: true });
    expect(program.simulator.control.objects({ type: 'price' })).toHaveLength(1);
  });

  it('are renamed, archived and brought back', async () => {
    const program = await startConnected();
    const id = await createItem(program);
    // At once: the change waits behind the item itself.
    await program.call('items.change', {
      commandId: randomUUID(),
      id,
      fields: { ...HOSTING, name: 'Hosting, large', description: '' },
    });
    expect(await item(program, id)).toMatchObject({ name: 'Hosting, large' });
    await saved(program, id);
    const product = (): unknown => program.simulator.control.objects({ type: 'product' })[0];
    expect(product()).toMatchObject({ name: 'Hosting, large', description: null });

    await program.call('items.archive', { commandId: randomUUID(), id, archived: true });
    expect(await names(program, { view: 'active' })).toEqual([]);
    expect(await program.call('items.counts', {})).toEqual({ active: 0, archived: 1 });
    expect(
      await program.refusal('items.archive', { commandId: randomUUID(), id, archived: true }),
    ).toMatchObject({ kind: 'wrong-state', code: 'archived' });
    await saved(program, id);
    expect(product()).toMatchObject({ active: false });
    await program.call('items.archive', { commandId: randomUUID(), id, archived: false });
    await saved(program, id);
    expect(product()).toMatchObject({ active: true });
  });

  it('get a new price in place of the old one, whose amount never changes', async () => {
    const program = await startConnected();
    const id = await createItem(program);
    const [old] = (await saved(program, id)).prices;
    // In the dashboard the price was made the item's usual one, which Stripe does not archive.
    const { stripeId } = await item(program, id);
    await dashboard(program.simulator).products.update(stripeId ?? '', {
      default_price: old?.stripeId ?? '',
    });
    await program.call('sync.now', { commandId: randomUUID() });
    await program.clock.advance(5_000);
    expect((await item(program, id)).prices).toMatchObject([{ isDefault: true }]);
    const replaced = await program.call('prices.replace', {
      commandId: randomUUID(),
      id: old?.id ?? '',
      unitAmount: 5_900,
    });
    const { prices } = await saved(program, id);
    expect(prices).toMatchObject([
      { id: replaced.id, unitAmountDecimal: '5900', every: MONTH, active: true, isDefault: true },
      { id: old?.id, unitAmountDecimal: '4900', active: false, isDefault: false },
    ]);
    const there = program.simulator.control.objects({ type: 'price' });
    expect(there.map(({ unit_amount: amount, active }) => [amount, active])).toEqual([
      [4_900, false],
      [5_900, true],
    ]);
    expect(program.simulator.control.objects({ type: 'product' })[0]).toMatchObject({
      default_price: prices[0]?.stripeId,
    });
    expect(
      await program.refusal('prices.replace', {
        commandId: randomUUID(),
        id: old?.id ?? '',
        unitAmount: 6_900,
      }),
    ).toMatchObject({ kind: 'wrong-state', code: 'archived' });
  });

  it('are found by their words, in the currency that is written in', async () => {
    const program = await startConnected();
    await createItem(program);
    const other = await createItem(program, { name: 'Café menu', description: '', unitLabel: '' }, 1_200);
    const found = async (text: string, currency = 'eur'): Promise<readonly string[]> =>
      (await program.call('items.find', { text, currency })).rows.map(({ name }) => name);
    expect(await found('cafe')).toEqual(['Café menu']);
    expect(await found('FALKEN host')).toEqual(['Hosting']);
    expect(await found('')).toEqual(['Café menu', 'Hosting']);
    expect(await found('cafe', 'usd')).toEqual([]);
    expect(await names(program, { search: 'menu' })).toEqual(['Café menu']);
    await program.call('items.archive', { commandId: randomUUID(), id: other, archived: true });
    expect(await found('cafe')).toEqual([]);
  });

  it('arrive when they are made or changed in the dashboard, and what a line of an invoice brought along does not', async () => {
    const program = await startConnected();
    const stripe = dashboard(program.simulator);
    const product = await stripe.products.create({ name: 'Consulting' });
    const price = await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 15_000 });
    await program.until('it arrives', async () => (await names(program, {})).includes('Consulting'));
    await program.until('with its price', async () => (await item(program, product.id)).prices.length === 1);
    await stripe.prices.update(price.id, { active: false });
    await stripe.products.update(product.id, { name: 'Advice' });
    await program.until('its new name arrives', async () => (await names(program, {})).includes('Advice'));
    expect((await item(program, product.id)).prices).toMatchObject([{ active: false }]);

    const { draftId, revision, total } = await writeInvoice(program);
    await program.call('drafts.send', {
      commandId: randomUUID(),
      id: draftId,
      revision,
      total,
      email: false,
    });
    await program.until(
      'it is issued',
      async () => (await program.call('invoices.get', { id: draftId })).badge === 'open',
    );
    await program.clock.advance(120_000);
    expect(program.simulator.control.objects({ type: 'product' }).length).toBeGreaterThan(1);
    expect(await program.call('items.counts', {})).toEqual({ active: 1, archived: 0 });
    // Both rates are used by this invoice; as a draft they were, too.
    const { rows } = await program.call('taxRates.list', { includeArchived: true });
    expect(rows.map(({ percentage, usedBy }) => [percentage, usedBy.invoices])).toEqual([
      ['7', 1],
      ['19', 1],
    ]);
  });

  it('are as Stripe has them when a change is given up', async () => {
    const program = await startConnected();
    const id = await createItem(program);
    const { prices } = await saved(program, id);
    const [price] = prices;
    program.simulator.control.faults.script([
      { match: { method: 'POST', path: '/v1/prices/*' }, fault: { kind: 'forbidden' } },
    ]);
    const { operationId } = await program.call('prices.archive', {
      commandId: randomUUID(),
      id: price?.id ?? '',
      archived: true,
    });
    const state = async (): Promise<string> =>
      (await program.call('outbox.get', { id: operationId ?? '' })).state;
    await program.until('it is refused', async () => (await state()) === 'failed');
    expect((await item(program, id)).prices).toMatchObject([{ state: 'failed' }]);
    await program.call('outbox.resolve', {
      commandId: randomUUID(),
      id: operationId ?? '',
      decision: 'discard',
    });
    expect((await item(program, id)).prices).toMatchObject([{ state: 'saved', active: true }]);
  });
});
