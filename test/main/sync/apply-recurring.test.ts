// Recurring invoices as Stripe tells them: in any order, under our own id where we made them, by the names of today.
import { describe, expect, it } from 'vitest';
import { insertRecurring, recurringById } from '../../../main/store/recurring.ts';
import type { StripeObject } from '../../../main/stripe/request.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll, mirrorOf } from '../../support/mirror.ts';
import { coupon, customer, invoice, NOON, price, product, taxRate } from '../../support/stripe-objects.ts';
import { subscription, subscriptionItem } from '../../support/subscription-objects.ts';

const DAY = 86_400;

const objects: readonly StripeObject[] = [
  customer('cus_1', { name: 'Élan Vital' }),
  taxRate('txr_1'),
  product('prod_1', { name: 'Hosting' }),
  price('price_1', 'prod_1'),
  coupon('LOYAL'),
  subscription('sub_1', {
    items: { data: [subscriptionItem('si_1', { quantity: 2, tax_rates: [{ id: 'txr_1' }] })] },
    discounts: [{ id: 'di_1', object: 'discount', source: { coupon: 'LOYAL', type: 'coupon' } }],
  }),
  invoice('in_1', { parent: { subscription_details: { subscription: 'sub_1' } } }),
];

function rotated<Value>(values: readonly Value[], by: number): readonly Value[] {
  return [...values.slice(by), ...values.slice(0, by)];
}

describe('a recurring invoice from Stripe', () => {
  it('is the same in whatever order things arrive, and whether once or twice', () => {
    const first = memoryDb();
    applyAll(first, objects);
    const expected = mirrorOf(first);
    expect(recurringById(first, 'sub_1')).toMatchObject({
      customer_name: 'Élan Vital',
      title: '2 × Hosting',
      amount: 9_800,
      standing: 'active',
      next_at: NOON + 30 * DAY,
      content: { couponId: 'LOYAL', collection: { kind: 'send', days: 14 } },
    });
    for (let by = 0; by < objects.length; by += 1)
      for (const order of [rotated(objects, by), rotated(objects.toReversed(), by)]) {
        const other = memoryDb();
        for (const object of order) applyAll(other, [object]);
        applyAll(other, order);
        expect(mirrorOf(other)).toEqual(expected);
      }
  });

  it('has ended once Stripe does not have it any more, whatever is told after', () => {
    const gone = { id: 'sub_1', object: 'subscription', deleted: true } as const;
    for (const order of [
      [...objects, gone],
      [gone, ...objects],
    ]) {
      const db = memoryDb();
      for (const object of order) applyAll(db, [object]);
      expect(recurringById(db, 'sub_1')).toMatchObject({ standing: 'ended', next_at: null });
    }
  });

  it('takes the place of the one that was made here, and says so once', () => {
    const db = memoryDb();
    applyAll(db, [customer('cus_1')]);
    const lines = [
      {
        id: 'line',
        itemId: null,
        priceId: null,
        description: 'Hosting',
        quantity: 1,
        unitAmountDecimal: '4900',
        taxRateIds: [],
      },
    ];
    insertRecurring(db, {
      id: 'rec_1',
      fields: {
        customerId: 'cus_1',
        currency: 'eur',
        every: { interval: 'month', count: 1 },
        start: { kind: 'today' },
        end: { kind: 'never' },
        lines,
        couponId: null,
        collection: { kind: 'send', days: 14 },
        memo: '',
        footer: '',
      },
      customerName: 'Acme',
      customerEmail: 'ap@example.com',
      nextAt: NOON,
      createdAt: NOON,
    });
    const told = subscription('sub_1', { metadata: { quittance_recurring: 'rec_1' } });
    const { changes } = applyAll(db, [told]);
    expect(changes.events()).toContainEqual({ kind: 'changed', topic: 'recurring', ids: ['rec_1'] });
    expect(recurringById(db, 'sub_1')).toMatchObject({ id: 'rec_1', stripe_id: 'sub_1', status: 'active' });
    expect(applyAll(db, [told]).changes.empty).toBe(true);
    // Metadata can be copied in the dashboard: another subscription does not take the row over.
    applyAll(db, [subscription('sub_2', { metadata: { quittance_recurring: 'rec_1' } })]);
    expect(recurringById(db, 'rec_1')).toMatchObject({ stripe_id: 'sub_1' });
    expect(recurringById(db, 'sub_2')).toMatchObject({ id: 'sub_2' });
  });

  it.each([
    [{}, 'active', NOON + 30 * DAY],
    [{ status: 'trialing' }, 'active', NOON + 30 * DAY],
    [{ status: 'past_due' }, 'past-due', NOON + 30 * DAY],
    [{ status: 'unpaid' }, 'past-due', NOON + 30 * DAY],
    [{ status: 'incomplete' }, 'incomplete', null],
    [{ status: 'paused' }, 'paused', null],
    [{ status: 'canceled', ended_at: NOON }, 'ended', null],
    [{ cancel_at: NOON + 90 * DAY }, 'ending', NOON + 30 * DAY],
    [{ cancel_at: NOON + 30 * DAY, cancel_at_period_end: true }, 'ending', null],
    [{ pause_collection: { behavior: 'void', resumes_at: null } }, 'paused', NOON + 30 * DAY],
  ] as const)('%j stands so and bills next then', (fields, standing, nextAt) => {
    const db = memoryDb();
    applyAll(db, [subscription('sub_1', fields)]);
    expect(recurringById(db, 'sub_1')).toMatchObject({ standing, next_at: nextAt });
  });

  it('without what the program needs of it is kept, and told as a problem', () => {
    const db = memoryDb();
    const { problems } = applyAll(db, [subscription('sub_1', { items: { data: [] } })]);
    expect(problems).toMatchObject([{ id: 'sub_1', fields: ['items.data'] }]);
    expect(recurringById(db, 'sub_1')).toBeUndefined();
  });
});
