// Missed webhooks: whatever happens at Stripe, also while nobody looks, arrives; and on demand the whole is compared.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, startConnected } from '../support/program.ts';

const DAY_MS = 86_400_000;

async function sentInvoice(
  program: Program,
): Promise<{ draftId: string; customerId: string; stripeId: string }> {
  const { draftId, customerId, ...written } = await writeInvoice(program);
  await clickSend(program, { draftId, customerId, ...written });
  const invoice = () => program.call('invoices.get', { id: draftId });
  await program.until('it is open', async () => (await invoice()).badge === 'open');
  return { draftId, customerId, stripeId: (await invoice()).stripeId ?? '' };
}

const events = async (program: Program, search = ''): Promise<readonly string[]> =>
  (await program.call('events.list', { search, limit: 100 })).rows.map(({ text }) => text);

describe('Webhooks, signature verification, essential events', () => {
  it('arrive by asking for them: customers, with their events in words', async () => {
    const program = await startConnected();
    const { customerId } = await sentInvoice(program);
    const customer = () => program.call('customers.get', { id: customerId });
    const stripeId = (await customer()).stripeId ?? '';
    const elsewhere = dashboard(program.simulator);
    await elsewhere.customers.update(stripeId, { name: 'Acme Neubau GmbH' });
    await elsewhere.customers.createTaxId(stripeId, { type: 'eu_vat', value: 'DE999999999' });
    await program.until('the name is here', async () => (await customer()).name === 'Acme Neubau GmbH');
    expect((await customer()).fields.taxIds).toContainEqual({ type: 'eu_vat', value: 'DE999999999' });
    const { rows } = await program.call('events.of', { kind: 'customer', id: customerId });
    expect(rows.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Customer changed', 'Tax number added']),
    );

    const other = await elsewhere.customers.create({
      name: 'Made Elsewhere',
      email: 'made@elsewhere.example',
    });
    const named = async (): Promise<number> =>
      (await program.call('customers.find', { text: 'Made Elsewhere' })).rows.length;
    await program.until('the new one is here', async () => (await named()) === 1);
    await elsewhere.customers.del(other.id);
    await program.until('it is gone', async () => (await named()) === 0);
    expect(await events(program, 'customer deleted')).toEqual(['Customer deleted']);
  });

  it('arrive by asking for them: tax rates, items and prices', async () => {
    const program = await startConnected();
    const elsewhere = dashboard(program.simulator);
    const rate = await elsewhere.taxRates.create({ display_name: 'MwSt', percentage: 19, inclusive: false });
    const rates = async () => (await program.call('taxRates.list', { includeArchived: false })).rows;
    await program.until('the rate is here', async () =>
      (await rates()).some(({ stripeId }) => stripeId === rate.id),
    );
    await elsewhere.taxRates.update(rate.id, { active: false });
    await program.until('the rate is archived', async () => (await rates()).length === 0);

    const product = await elsewhere.products.create({ name: 'Site survey' });
    const price = await elsewhere.prices.create({ product: product.id, currency: 'eur', unit_amount: 9_000 });
    await program.until('both were told of', async () => (await events(program, price.id)).length === 1);
    expect(await events(program, product.id)).toEqual(['Item added']);
  });
});

describe('Missed webhooks: relist recent events', () => {
  it('a program that was closed hears what happened within a month, and repairs what it missed in a longer time', async () => {
    const program = await startConnected();
    const { draftId, stripeId } = await sentInvoice(program);
    const badge = async (): Promise<string> => (await program.call('invoices.get', { id: draftId })).badge;
    await program.restart(() => program.simulator.control.payInvoice({ invoice: stripeId }));
    await program.until('it is paid', async () => (await badge()) === 'paid');

    const second = await sentInvoice(program);
    await program.call('books.close', { commandId: randomUUID() });
    program.simulator.control.payInvoice({ invoice: second.stripeId });
    await program.clock.advance(45 * DAY_MS);
    const { known } = await program.call('app.state', {});
    await program.call('books.open', { commandId: randomUUID(), id: known[0]?.id ?? '' });
    const paid = async () => (await program.call('invoices.get', { id: second.draftId })).badge === 'paid';
    await program.until('it is paid although its events are gone', paid);
    expect(await events(program, second.stripeId)).not.toContain('Invoice paid');
  });
});

type Comparison = CallOutput<'sync.comparison'>['comparison'];

describe('Missed webhooks: relist recent events, by comparing everything with Stripe', () => {
  const comparison = async (program: Program): Promise<Comparison> =>
    (await program.call('sync.comparison', {})).comparison;
  const isDone = async (program: Program): Promise<boolean> => (await comparison(program))?.state === 'done';

  it('says that nothing differs, and is asked for once by one click', async () => {
    const program = await startConnected();
    await sentInvoice(program);
    expect(await comparison(program)).toBeNull();
    const click = { commandId: randomUUID() };
    await program.call('sync.compare', click);
    await program.call('sync.compare', click);
    await program.until('it is done', () => isDone(program));
    const done = await comparison(program);
    expect(done?.differences).toEqual([]);
    expect(done?.resources.every((resource) => resource.done)).toBe(true);
    expect(done?.resources.find(({ resource }) => resource === 'invoices')?.objects).toBe(1);
    await program.call('sync.compare', click);
    await program.clock.advance(120_000);
    expect(await comparison(program)).toEqual(done);
  });

  it('goes on after the program was closed in the middle, and mends what it finds', async () => {
    const program = await startConnected();
    const { draftId, stripeId } = await sentInvoice(program);
    const elsewhere = dashboard(program.simulator);
    for (let count = 0; count < 250; count += 1)
      await elsewhere.customers.create({ name: `Customer ${count}` });
    await program.clock.advance(120_000);
    // An event that never becomes visible.
    program.simulator.control.faults.script([
      {
        match: { method: 'POST', path: '/v1/invoices/*/void' },
        fault: { kind: 'event_lag', delayMs: 400 * DAY_MS },
      },
    ]);
    await elsewhere.invoices.voidInvoice(stripeId);
    await program.clock.advance(3_600_000);
    const badge = async (): Promise<string> => (await program.call('invoices.get', { id: draftId })).badge;
    expect(await badge()).toBe('open');

    await program.call('sync.compare', { commandId: randomUUID() });
    program.simulator.control.faults.script([
      {
        match: { method: 'GET', path: '/v1/invoices' },
        fault: { kind: 'reset', effect: 'none' },
        times: 1_000,
      },
    ]);
    await program.clock.advance(10_000);
    expect(await comparison(program)).toMatchObject({ state: 'running' });
    await program.restart();
    program.simulator.control.faults.script([]);
    await program.until('it is done', () => isDone(program));
    expect(await badge()).toBe('void');
    const differences = (await comparison(program))?.differences ?? [];
    expect(differences[0]).toMatchObject({
      objectId: stripeId,
      resource: 'invoices',
      what: 'changed',
      place: { kind: 'invoice', id: draftId },
    });
    // With the invoice its payment was given up.
    expect(differences.map(({ resource }) => resource)).toEqual([
      'invoices',
      'invoicePayments',
      'paymentIntents',
    ]);
    const customers = (await comparison(program))?.resources.find(({ resource }) => resource === 'customers');
    expect(customers?.objects).toBe(251);
  });

  it('needs a connection, and says so', async () => {
    const program = await startConnected();
    await program.call('stripe.forgetKey', { commandId: randomUUID() });
    expect(await program.refusal('sync.compare', { commandId: randomUUID() })).toMatchObject({
      code: 'no-key',
    });
  });
});
