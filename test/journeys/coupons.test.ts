// Coupons and tax rates: made, given, withdrawn and over.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../shared/domain/dates.ts';
import { dashboard } from '../support/dashboard.ts';
import { startConnected } from '../support/program.ts';

describe('coupons and tax rates', () => {
  it('are added and withdrawn', async () => {
    const program = await startConnected();
    const { id } = await program.call('coupons.create', {
      commandId: randomUUID(),
      fields: {
        name: 'Partner',
        off: { kind: 'percent', percent: '12.5' },
        duration: 'repeating',
        months: 6,
        redeemBy: null,
        maxRedemptions: null,
      },
    });
    const coupon = async () =>
      (await program.call('coupons.list', {})).rows.find((candidate) => candidate.id === id);
    expect(await coupon()).toMatchObject({ active: true, state: 'queued', ofDraft: false });
    await program.until('it is at Stripe', async () => (await coupon())?.state === 'saved');
    expect(program.simulator.control.objects({ type: 'coupon' })[0]).toMatchObject({
      id,
      percent_off: 12.5,
      duration: 'repeating',
      duration_in_months: 6,
    });
    await program.call('coupons.delete', { commandId: randomUUID(), id });
    await program.until('it is withdrawn', async () => (await coupon())?.active === false);
    expect(await program.refusal('coupons.delete', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
    });
    // What the discount of a draft makes is marked as such.
    await program.call('taxRates.archive', {
      commandId: randomUUID(),
      id: (
        await program.call('taxRates.create', {
          commandId: randomUUID(),
          name: 'VAT',
          percentage: '19',
          inclusive: false,
          country: 'DE',
        })
      ).id,
      archived: true,
    });
    await program.until(
      'the tax rate is archived at Stripe',
      async () => program.simulator.control.objects({ type: 'tax_rate' })[0]?.['active'] === false,
    );
    expect(await program.call('taxRates.list', { includeArchived: false })).toEqual({ rows: [] });
  });

  it('end after their last day, and when they have been given as often as they may be', async () => {
    const program = await startConnected();
    const day = dayOf(program.clock.now() / 1000 + 86_400, 'Europe/Berlin');
    const fields = {
      name: 'Two weeks',
      off: { kind: 'amount', money: { amount: 500, currency: 'eur' } },
      duration: 'once',
      months: null,
      redeemBy: day,
      maxRedemptions: 1,
    } as const;
    const { id } = await program.call('coupons.create', { commandId: randomUUID(), fields });
    const coupon = async (of: string) =>
      (await program.call('coupons.list', {})).rows.find((candidate) => candidate.id === of);
    await program.until('it is at Stripe', async () => (await coupon(id))?.state === 'saved');
    expect(await coupon(id)).toMatchObject({ active: true, maxRedemptions: 1, redeemed: 0 });
    expect(program.simulator.control.objects({ type: 'coupon' })[0]).toMatchObject({
      id,
      redeem_by: (await coupon(id))?.redeemBy,
      max_redemptions: 1,
    });
    const stripe = dashboard(program.simulator);
    await stripe.coupons.create({ id: 'ONCE', percent_off: 10, duration: 'once', max_redemptions: 1 });
    const customer = await stripe.customers.create({ name: 'First' });
    await stripe.invoices.create({ customer: customer.id, discounts: [{ coupon: 'ONCE' }] });
    await expect(
      stripe.invoices.create({ customer: customer.id, discounts: [{ coupon: 'ONCE' }] }),
    ).rejects.toMatchObject({ code: 'coupon_expired' });
    await program.clock.advance(3 * 86_400_000);
    expect(await coupon(id)).toMatchObject({ active: false });
    expect(await program.refusal('coupons.delete', { commandId: randomUUID(), id })).toMatchObject({
      kind: 'wrong-state',
    });
  });

  it('are gone when they were deleted in the dashboard', async () => {
    const program = await startConnected();
    const stripe = dashboard(program.simulator);
    await stripe.coupons.create({ id: 'SUMMER', percent_off: 10, duration: 'once', name: 'Summer' });
    const active = async (): Promise<boolean | undefined> =>
      (await program.call('coupons.list', {})).rows.find(({ id }) => id === 'SUMMER')?.active;
    await program.until('it arrives', async () => (await active()) === true);
    await stripe.coupons.del('SUMMER');
    await program.until('it goes', async () => (await active()) === false);
    expect(await active()).toBe(false);
  });
});
