// Every write to the catalogue under every single fault: exactly one effect, or a person is asked.
import { describe, expect, it } from 'vitest';
import {
  planCouponDeletion,
  planItemArchive,
  planItemChange,
  planNewCoupon,
  planNewItem,
  planReplacement,
  planTaxRateArchive,
} from '../../../main/outbox/plan-catalogue.ts';
import { insertCoupon } from '../../../main/store/coupons.ts';
import {
  insertItem,
  insertPrice,
  setItemActive,
  setPriceActive,
  updateItem,
} from '../../../main/store/items.ts';
import { setTaxRateActive } from '../../../main/store/tax-rates.ts';
import { acceptTaxRate } from '../../support/accept-work.ts';
import { createOutboxBench, type OutboxBench } from '../../support/outbox-bench.ts';
import { FAULTS } from '../../support/outbox-faults.ts';

const FIELDS = { name: 'Hosting', description: 'Servers', unitLabel: 'month' };
const MONTHLY = { currency: 'eur', unitAmount: 4_900, every: { interval: 'month', count: 1 } } as const;
const COUPON = {
  name: 'Summer',
  off: { kind: 'percent', percent: '12.5' },
  duration: 'once',
  months: null,
  redeemBy: null,
  maxRedemptions: null,
} as const;

const objects = (bench: OutboxBench, type: 'product' | 'price' | 'coupon' | 'tax_rate') =>
  bench.simulator.control.objects({ type }).filter((object) => object['valid'] !== false);

function acceptItem(bench: OutboxBench): string {
  const { db } = bench;
  insertItem(db, 'item_1', FIELDS, 0);
  insertPrice(db, 'cost_1', 'item_1', MONTHLY, 0);
  return bench.accept((operationId) =>
    planNewItem({ operationId, itemId: 'item_1', fields: FIELDS, price: { ...MONTHLY, id: 'cost_1' } }),
  );
}

function acceptReplacement(bench: OutboxBench): string {
  const terms = { ...MONTHLY, unitAmount: 5_900 };
  insertPrice(bench.db, 'cost_2', 'item_1', terms, 0);
  setPriceActive(bench.db, 'cost_1', false);
  return bench.accept(() =>
    planReplacement({
      itemId: 'item_1',
      itemName: 'Hosting',
      oldPriceId: 'cost_1',
      newPriceId: 'cost_2',
      terms,
      wasDefault: true,
    }),
  );
}

function acceptRename(bench: OutboxBench): string {
  const fields = { ...FIELDS, name: 'Hosting, large' };
  updateItem(bench.db, 'item_1', fields);
  return bench.accept((operationId) => planItemChange({ operationId, itemId: 'item_1', fields }));
}

function acceptItemArchive(bench: OutboxBench): string {
  setItemActive(bench.db, 'item_1', false);
  return bench.accept(() => planItemArchive('item_1', 'Hosting', true));
}

function acceptCoupon(bench: OutboxBench): string {
  insertCoupon(bench.db, 'quittance_summer', COUPON, 0);
  return bench.accept(() => planNewCoupon('quittance_summer', COUPON));
}

interface Story {
  readonly what: string;
  readonly path: string;
  readonly before: readonly ((bench: OutboxBench) => string)[];
  readonly accept: (bench: OutboxBench) => string;
  /** What Stripe has when it is done. */
  readonly there: (bench: OutboxBench) => unknown;
  readonly expected: unknown;
  /** Whether it can be done again safely after an error of Stripe's that left no trace. */
  readonly repeatable: boolean;
}

const prices = (bench: OutboxBench): unknown =>
  objects(bench, 'price').map((price) => [price['unit_amount'], price['active']]);
const items = (bench: OutboxBench): unknown =>
  objects(bench, 'product').map((product) => [product['name'], product['active']]);

const STORIES: readonly Story[] = [
  {
    what: 'adding an item',
    path: '/v1/products',
    before: [],
    accept: acceptItem,
    there: items,
    expected: [['Hosting', true]],
    repeatable: false,
  },
  {
    what: 'giving it a price',
    path: '/v1/prices',
    before: [],
    accept: acceptItem,
    there: prices,
    expected: [[4_900, true]],
    repeatable: false,
  },
  {
    what: 'renaming it',
    path: '/v1/products/*',
    before: [acceptItem],
    accept: acceptRename,
    there: items,
    expected: [['Hosting, large', true]],
    repeatable: true,
  },
  {
    what: 'archiving it',
    path: '/v1/products/*',
    before: [acceptItem],
    accept: acceptItemArchive,
    there: items,
    expected: [['Hosting', false]],
    repeatable: true,
  },
  {
    what: 'making the new price of a replacement',
    path: '/v1/prices',
    before: [acceptItem],
    accept: acceptReplacement,
    there: prices,
    expected: [
      [4_900, false],
      [5_900, true],
    ],
    repeatable: false,
  },
  {
    what: 'archiving the old price of a replacement',
    path: '/v1/prices/*',
    before: [acceptItem],
    accept: acceptReplacement,
    there: prices,
    expected: [
      [4_900, false],
      [5_900, true],
    ],
    repeatable: true,
  },
  {
    what: 'adding a coupon',
    path: '/v1/coupons',
    before: [],
    accept: acceptCoupon,
    there: (bench) => objects(bench, 'coupon').map(({ id }) => id),
    expected: ['quittance_summer'],
    repeatable: true,
  },
  {
    what: 'archiving a tax rate',
    path: '/v1/tax_rates/*',
    before: [(bench) => acceptTaxRate(bench, 'rate_1')],
    accept: (bench) => {
      setTaxRateActive(bench.db, 'rate_1', false);
      return bench.accept(() => planTaxRateArchive('rate_1', 'VAT 19 %', true));
    },
    there: (bench) => objects(bench, 'tax_rate').map((rate) => rate['active']),
    expected: [false],
    repeatable: true,
  },
];

async function lived(story: Pick<Story, 'before'>): Promise<OutboxBench> {
  const bench = createOutboxBench();
  for (const accept of story.before) accept(bench);
  await bench.rest();
  return bench;
}

const newestFirst = (value: unknown): unknown =>
  Array.isArray(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;

describe.each(STORIES)('$what', (story) => {
  it.each(FAULTS)('comes to one effect under %j', async (fault) => {
    const bench = await lived(story);
    bench.simulator.control.faults.script([{ match: { method: 'POST', path: story.path }, fault }]);
    const id = story.accept(bench);
    await bench.rest();
    if (fault.kind === 'unauthorized') bench.worker().wake(true);
    await bench.rest();
    const asked = fault.kind === 'server_error' && fault.effect === 'none' && !story.repeatable;
    expect(bench.state(id)).toBe(asked ? 'needs-review' : 'done');
    const there = asked ? story.expected : story.there(bench);
    expect(newestFirst(there)).toEqual(newestFirst(story.expected));
    const waiting = asked ? { work: 'failed' } : { work: null };
    for (const row of bench.db.all<{ work: string | null }>(
      'SELECT work FROM product UNION ALL SELECT work FROM price UNION ALL SELECT work FROM coupon UNION ALL SELECT work FROM tax_rate',
    ))
      expect([waiting, { work: null }]).toContainEqual(row);
  });
});

describe('withdrawing a coupon', () => {
  it.each(FAULTS)('happens once under %j, though a DELETE has no key', async (fault) => {
    const bench = await lived({ before: [acceptCoupon] });
    bench.simulator.control.faults.script([{ match: { method: 'DELETE', path: '/v1/coupons/*' }, fault }]);
    const id = bench.accept(() => planCouponDeletion('quittance_summer', 'Summer'));
    await bench.rest();
    if (fault.kind === 'unauthorized') bench.worker().wake(true);
    await bench.rest();
    expect(bench.state(id)).toBe('done');
    expect(objects(bench, 'coupon')).toEqual([]);
    expect(bench.db.all('SELECT valid, deleted, work FROM coupon')).toEqual([
      { valid: 0, deleted: 1, work: null },
    ]);
  });
});
