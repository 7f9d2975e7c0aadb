// Invoices written from the catalogue: lines that count to their item, and coupons on the whole invoice.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { DraftContent } from '../../shared/contract/drafts.ts';
import { clickSend, writeInvoice, type WrittenInvoice } from '../support/acme.ts';
import { dashboard } from '../support/dashboard.ts';
import { type Program, startConnected } from '../support/program.ts';

type Line = DraftContent['lines'][number];

async function newItem(
  program: Program,
  name: string,
  unitAmount: number,
): Promise<NonNullable<Line['item']>> {
  const { id } = await program.call('items.create', {
    commandId: randomUUID(),
    fields: { name, description: '', unitLabel: '' },
    price: { currency: 'eur', unitAmount, every: null },
  });
  const { prices } = await program.call('items.get', { id });
  return { itemId: id, priceId: prices[0]?.id ?? null };
}

/** Writes the content over the draft of Acme; answers what is to be sent. */
async function rewrite(
  program: Program,
  written: WrittenInvoice,
  patch: Partial<DraftContent>,
): Promise<WrittenInvoice> {
  const draft = await program.call('drafts.get', { id: written.draftId });
  const { revision } = await program.call('drafts.save', {
    id: written.draftId,
    revision: draft.revision,
    content: { ...draft.content, ...patch },
  });
  const { totals } = await program.call('drafts.review', { id: written.draftId });
  return { ...written, revision, total: { amount: totals.total, currency: totals.currency } };
}

const line = (description: string, unitAmountDecimal: string, item: Line['item']): Line => ({
  id: randomUUID(),
  description,
  quantity: '2',
  unitAmountDecimal,
  taxRateIds: [],
  discount: null,
  item,
});

type Invoice = CallOutput<'invoices.get'>;

async function issued(program: Program, id: string): Promise<Invoice> {
  await program.until(
    'it is issued',
    async () => (await program.call('invoices.get', { id })).badge === 'open',
  );
  return program.call('invoices.get', { id });
}

function linesAtStripe(program: Program): readonly Record<string, unknown>[] {
  return program.simulator.control.objects({ type: 'line_item' });
}

const findings = async (program: Program, id: string): Promise<readonly string[]> =>
  (await program.call('drafts.review', { id })).findings.map(({ code }) => code);

describe('a line of the catalogue', () => {
  it('is invoiced by its price, or by its item where the amount was changed, before the item itself was ever at Stripe', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const hour = await newItem(program, 'Consulting hour', 12_000);
    const audit = await newItem(program, 'Audit', 50_000);
    const lines = [
      line('Consulting in June', '12000', hour),
      line('Audit, at a friend’s price', '45000', audit),
      line('Train ticket', '4990', null),
    ];
    await clickSend(program, await rewrite(program, written, { lines, discount: null }));
    await issued(program, written.draftId);
    const products = new Map(
      program.simulator.control
        .objects({ type: 'product' })
        .map((product) => [product['id'], product['name']]),
    );
    const [first, second, third] = linesAtStripe(program).map(({ description, amount, pricing }) => {
      const { price, product } = (pricing as { price_details: { price: string; product: string } })
        .price_details;
      return { description, amount, price, product: products.get(product) };
    });
    const { stripeId: itemStripeId, prices } = await program.call('items.get', { id: hour.itemId });
    expect(first).toEqual({
      description: 'Consulting in June',
      amount: 24_000,
      price: prices[0]?.stripeId,
      product: 'Consulting hour',
    });
    expect(second).toMatchObject({ amount: 90_000, product: 'Audit' });
    expect(third).toMatchObject({ amount: 9_980, product: 'Train ticket' });
    // The program counts the invoice to the items, and a copy of it keeps them.
    expect((await program.call('items.get', { id: hour.itemId })).usedBy.invoices).toBe(1);
    const copy = await program.call('drafts.create', {
      commandId: randomUUID(),
      customerId: null,
      copyOf: written.draftId,
    });
    expect(itemStripeId).not.toBeNull();
    expect(copy.content.lines.map(({ item }) => item)).toEqual([hour, { ...audit, priceId: null }, null]);
  });

  it('is written freely, and says so in the review, once its item is archived', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const hour = await newItem(program, 'Consulting hour', 12_000);
    await program.call('items.archive', { commandId: randomUUID(), id: hour.itemId, archived: true });
    const ready = await rewrite(program, written, {
      lines: [line('Consulting', '12000', hour)],
      discount: null,
    });
    expect(await findings(program, written.draftId)).toContain('archived-item');
    await clickSend(program, ready);
    expect((await issued(program, written.draftId)).total).toBe(24_000);
    expect((await program.call('items.get', { id: hour.itemId })).usedBy.invoices).toBe(0);
  });
});

describe('a coupon on an invoice', () => {
  const tenOff = { name: 'Ten', off: { kind: 'percent', percent: '10' }, duration: 'once' } as const;
  const coupon = async (program: Program, fields: object): Promise<string> => {
    const { id } = await program.call('coupons.create', {
      commandId: randomUUID(),
      fields: { ...tenOff, months: null, redeemBy: null, maxRedemptions: null, ...fields },
    });
    return id;
  };

  it('is taken off what the draft’s own discount leaves, to the cent as Stripe does', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const couponId = await coupon(program, {});
    const ready = await rewrite(program, written, { couponId });
    const { totals } = await program.call('drafts.review', { id: written.draftId });
    // 2,280.00 + 510.00 + 562.50, less 100.00, less a tenth of the rest, beside the 120.00 off the first line.
    expect(totals.discount).toBe(12_000 + 10_000 + 32_525);
    await clickSend(program, ready);
    const invoice = await issued(program, written.draftId);
    expect(invoice.total).toBe(totals.total);
    expect(invoice.discount).toBe(42_525);
    const redeemed = (await program.call('coupons.list', {})).rows.find(
      ({ id }) => id === couponId,
    )?.redeemed;
    expect(redeemed).toBe(1);
  });

  it('is refused before anything is queued when it is for other money, over or withdrawn', async () => {
    const program = await startConnected();
    const written = await writeInvoice(program);
    const dollars = await coupon(program, {
      name: 'Dollars',
      off: { kind: 'amount', money: { amount: 500, currency: 'usd' } },
    });
    const ready = await rewrite(program, written, { couponId: dollars });
    expect(await findings(program, written.draftId)).toContain('coupon-in-other-currency');
    const click = { commandId: randomUUID(), id: written.draftId, email: true } as const;
    expect(
      await program.refusal('drafts.send', { ...click, revision: ready.revision, total: ready.total }),
    ).toMatchObject({ kind: 'invalid-input', issues: [{ path: 'couponId' }] });

    await dashboard(program.simulator).coupons.create({
      id: 'SHORT',
      percent_off: 10,
      duration: 'once',
      redeem_by: Math.floor(program.clock.now() / 1000) + 3_600,
    });
    await program.until('it arrives', async () =>
      (await program.call('coupons.list', {})).rows.some(({ id }) => id === 'SHORT'),
    );
    await rewrite(program, written, { couponId: 'SHORT' });
    expect(await findings(program, written.draftId)).not.toContain('coupon-not-given');
    await program.clock.advance(7_200_000);
    expect(await findings(program, written.draftId)).toContain('coupon-not-given');
    await rewrite(program, written, { couponId: 'never-was' });
    expect(await findings(program, written.draftId)).toContain('coupon-not-given');
    expect(program.simulator.control.objects({ type: 'invoice' })).toEqual([]);
  });
});
