// What Stripe would not take into its catalogue is refused before anything is queued, with the field and the reason.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startConnected } from '../support/program.ts';

const HOSTING = { name: 'Hosting', description: '', unitLabel: '' };

const COUPON = {
  name: 'Odd',
  off: { kind: 'percent', percent: '10' },
  duration: 'once',
  months: null,
  redeemBy: null,
  maxRedemptions: null,
} as const;

describe('what Stripe would not take', () => {
  it.each([
    [
      'digits that the currency does not have',
      { currency: 'isk', unitAmount: 550, every: null },
      'price.unitAmount',
    ],
    ['less than zero', { currency: 'eur', unitAmount: -1, every: null }, 'price.unitAmount'],
    ['more than twelve digits', { currency: 'eur', unitAmount: 1e12, every: null }, 'price.unitAmount'],
    [
      'billing less often than every three years',
      { currency: 'eur', unitAmount: 100, every: { interval: 'month', count: 37 } },
      'price.every',
    ],
  ] as const)('is refused as a price before anything is queued: %s', async (_what, price, path) => {
    const program = await startConnected();
    expect(
      await program.refusal('items.create', { commandId: randomUUID(), fields: HOSTING, price }),
    ).toMatchObject({ kind: 'invalid-input', issues: [{ path }] });
    expect(await program.call('items.counts', {})).toEqual({ active: 0, archived: 0 });
    expect((await program.call('outbox.list', { view: 'all', limit: 10 })).operations).toEqual([]);
  });

  it('is refused as a coupon whose last day has passed', async () => {
    const program = await startConnected();
    const fields = { ...COUPON, redeemBy: '2020-02-29' };
    expect(await program.refusal('coupons.create', { commandId: randomUUID(), fields })).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path: 'fields.redeemBy' }],
    });
    expect(await program.call('coupons.list', {})).toEqual({ rows: [] });
  });

  it.each([
    ['a whole and a half', { kind: 'percent', percent: '150' }, 'fields.off.percent'],
    ['three places', { kind: 'percent', percent: '12.345' }, 'fields.off.percent'],
    ['nothing', { kind: 'amount', money: { amount: 0, currency: 'eur' } }, 'fields.off.money'],
  ] as const)('is refused as a coupon: %s off', async (_what, off, path) => {
    const program = await startConnected();
    const fields = { ...COUPON, off };
    expect(await program.refusal('coupons.create', { commandId: randomUUID(), fields })).toMatchObject({
      kind: 'invalid-input',
      issues: [{ path }],
    });
  });
});
