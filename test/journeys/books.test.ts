// Books that prove themselves: what happens is posted by itself, comes to what Stripe says, and can be handed to others.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { clickSend, writeInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, startConnected } from '../support/program.ts';

async function sentInvoice(program: Program) {
  const written = await writeInvoice(program);
  await clickSend(program, written);
  const invoice = () => program.call('invoices.get', { id: written.draftId });
  await program.until('it is open', async () => (await invoice()).badge === 'open');
  return { invoice, stripeId: (await invoice()).stripeId ?? '' };
}

const proof = (program: Program) => program.call('books.proof', {});

async function inBalance(program: Program) {
  await program.until('the books are in balance', async () => (await proof(program)).state === 'in-balance');
  return proof(program);
}

async function closing(program: Program, account: string): Promise<number | undefined> {
  const { rows } = await program.call('books.trialBalance', { from: null, to: null });
  return rows.find(({ name }) => name === account)?.closing;
}

describe('double-entry books', () => {
  it('owe what the customer owes, hold what Stripe holds, and stay so through payment and refund', async () => {
    const program = await startConnected();
    const { invoice, stripeId } = await sentInvoice(program);
    await inBalance(program);
    const { total } = await invoice();
    expect(await closing(program, 'Accounts receivable')).toBe(total);

    program.simulator.control.payInvoice({ invoice: stripeId });
    await program.until('it is paid', async () => (await invoice()).badge === 'paid');
    await program.until('the money is at Stripe', async () => (await proof(program)).movements.length > 0);
    const paid = await inBalance(program);
    expect(await closing(program, 'Accounts receivable')).toBe(0);
    const fees = (await closing(program, 'Stripe fees')) ?? 0;
    expect(fees).toBeGreaterThan(0);
    expect(paid.movements).toEqual([{ currency: 'eur', books: total - fees, stripe: total - fees }]);
    expect(paid.balance).toEqual(paid.movements);

    const payment = (await invoice()).payments[0];
    await dashboard(program.simulator).refunds.create({ payment_intent: payment?.id ?? '', amount: 1_000 });
    await program.until('the refund is here', async () => (await invoice()).refunded === 1_000);
    await program.until(
      'it is in the books',
      async () => (await closing(program, 'Refunds to be credited')) === 1_000,
    );
    expect((await inBalance(program)).movements[0]?.books).toBe(total - fees - 1_000);
  });

  it('say every entry with what it is about, and verify the whole', async () => {
    const program = await startConnected();
    const { invoice } = await sentInvoice(program);
    await inBalance(program);
    const { rows, next } = await program.call('books.journal', { account: 1200, limit: 10 });
    expect(next).toBeNull();
    expect(rows).toHaveLength(1);
    const { number, id, total } = await invoice();
    expect(rows[0]).toMatchObject({
      kind: 'invoice.finalized',
      isCorrection: false,
      subject: { kind: 'invoice', id, label: number },
    });
    expect(rows[0]?.postings[0]).toEqual({
      account: 1200,
      number: '1200',
      name: 'Accounts receivable',
      partName: null,
      currency: 'eur',
      amount: total,
    });
    expect(rows[0]?.postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);

    await program.call('books.verify', {});
    await program.until(
      'all is verified',
      async () => (await proof(program)).verification.finishedAt !== null,
    );
    expect((await proof(program)).verification).toMatchObject({ running: false, finding: null, entries: 1 });
  });

  it('post what Stripe does by itself to suspense, and say that somebody has to decide', async () => {
    const program = await startConnected();
    program.simulator.control.adjust({ amount: -500, description: 'Correction' });
    await dashboard(program.simulator).customers.create({ name: 'So that there is news' });
    await program.until('it is in suspense', async () => (await proof(program)).suspense.length > 0);
    expect((await proof(program)).suspense).toEqual([{ amount: 500, currency: 'eur' }]);
  });

  it('are handed over as a file that other programs read', async () => {
    const program = await startConnected();
    await sentInvoice(program);
    await inBalance(program);
    for (const [format, name, text] of [
      ['hledger', 'Journal.journal', 'account assets:Accounts receivable:cus_'],
      ['beancount', 'Journal.beancount', 'open Assets:Accounts-receivable:Cus-'],
    ] as const) {
      const saved = await program.call('books.export', { commandId: randomUUID(), format });
      expect(saved).toMatchObject({ name });
      expect(new TextDecoder().decode(program.savedFiles.get(name))).toContain(text);
    }
  });

  it('call an account in reports and files what the bookkeeper calls it, by the number of the bookkeeper', async () => {
    const program = await startConnected();
    await sentInvoice(program);
    await inBalance(program);
    await program.call('books.saveAccount', {
      commandId: randomUUID(),
      account: 4000,
      part: '',
      name: 'Erlöse: Dienste',
      number: '8400',
      codes: { datev: '', quickbooks: '', xero: '' },
    });
    const { accounts } = await program.call('reports.choices', {});
    expect(accounts).toContainEqual({ account: 4000, number: '8400', name: 'Erlöse: Dienste' });
    const { lines } = await program.call('reports.run', {
      id: 'ledger',
      parameters: { account: 4000 },
      limit: 10,
    });
    expect(lines[0]).toEqual({ kind: 'heading', text: '8400 Erlöse: Dienste, EUR' });
    await program.call('books.export', { commandId: randomUUID(), format: 'hledger' });
    const journal = new TextDecoder().decode(program.savedFiles.get('Journal.journal'));
    expect(journal).toMatch(/^; In balance, /m);
    expect(journal).toContain('account income:Erlöse Dienste\n    ; number: 8400\n');
  });

  it('sell an item to its own revenue account, and say so in reports and files', async () => {
    const program = await startConnected();
    const account = { name: 'Erlöse: Fotos', number: '8410', codes: { datev: '', quickbooks: '', xero: '' } };
    const opened = await program.call('books.openAccount', { commandId: randomUUID(), ...account });
    const item = await program.call('items.create', {
      commandId: randomUUID(),
      fields: { name: 'Photo shoot', description: '', unitLabel: '' },
      price: { currency: 'eur', unitAmount: 64_000, every: null },
    });
    await program.call('books.setItemAccount', { commandId: randomUUID(), item: item.id, ...opened });
    const isThere = async () =>
      (await program.call('items.get', { id: item.id })).prices[0]?.state === 'saved';
    await program.until('the item is at Stripe', isThere);
    const { prices } = await program.call('items.get', { id: item.id });
    const stripe = dashboard(program.simulator);
    const customer = await stripe.customers.create({ name: 'Gerberei Abel', email: 'kontor@abel.example' });
    const draft = await stripe.invoices.create({
      customer: customer.id,
      currency: 'eur',
      auto_advance: false,
    });
    const { id: invoice } = draft;
    const line = { customer: customer.id, invoice, currency: 'eur' };
    await stripe.invoiceItems.create({ ...line, pricing: { price: prices[0]?.stripeId ?? '' } });
    await stripe.invoiceItems.create({ ...line, amount: 5_000, description: 'Travel' });
    await stripe.invoices.finalizeInvoice(invoice);
    await program.until('it is posted', async () => (await closing(program, account.name)) !== undefined);
    await inBalance(program);
    expect(await closing(program, account.name)).toBe(-64_000);
    expect(await closing(program, 'Revenue')).toBe(-5_000);
    const { lines } = await program.call('reports.run', { id: 'ledger', parameters: opened, limit: 10 });
    expect(lines[0]).toEqual({ kind: 'heading', text: '8410 Erlöse: Fotos, EUR' });
    await program.call('books.export', { commandId: randomUUID(), format: 'beancount' });
    const journal = new TextDecoder().decode(program.savedFiles.get('Journal.beancount'));
    expect(journal).toMatch(/^ {2}Income:Erlöse-Fotos +-640\.00 EUR/m);
    await program.call('books.verify', {});
    await program.until(
      'all is verified',
      async () => (await proof(program)).verification.finishedAt !== null,
    );
    expect((await proof(program)).verification.finding).toBeNull();
  });
});
