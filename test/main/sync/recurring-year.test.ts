// A company with recurring customers, followed through a year: every one of them here is, field by field, what it is at Stripe.
import { expect, test } from 'vitest';
import { listRecurring } from '../../../main/store/recurring-list.ts';
import { invoicesOfRecurring, recurringById } from '../../../main/store/recurring.ts';
import type { StripeObject } from '../../../main/stripe/request.ts';
import { SubscriptionSnapshot } from '../../../main/stripe/snapshots/recurring.ts';
import { readAll } from '../../../main/sync/read-all.ts';
import { createSyncBench, type SyncBench } from '../../support/sync-bench.ts';

const DAY_MS = 86_400_000;

async function listed(
  bench: SyncBench,
  resource: 'subscriptions' | 'invoices',
): Promise<readonly StripeObject[]> {
  const answer = await readAll(bench.gateway, resource, {});
  if (!answer.ok) throw new Error(`Stripe could not be asked for ${resource}`);
  return answer.data;
}

async function expectSame(bench: SyncBench): Promise<number> {
  const { db } = bench;
  const subscriptions = (await listed(bench, 'subscriptions')).map((object) =>
    SubscriptionSnapshot.parse(object),
  );
  const invoices = await listed(bench, 'invoices');
  const rows = listRecurring(
    db,
    {
      filter: { tab: 'all' },
      sort: { by: 'created', direction: 'asc' },
      page: { offset: 0, limit: 200 },
    },
    'UTC',
  );
  expect(rows).toHaveLength(subscriptions.length);
  for (const told of subscriptions) {
    const items = told.items.data;
    expect(recurringById(db, told.id)).toMatchObject({
      stripe_id: told.id,
      status: told.status,
      currency: told.currency,
      customer_stripe_id: told.customer,
      anchor: told.billing_cycle_anchor,
      period_end: Math.min(...items.map((item) => item.current_period_end)),
      cancel_at: told.cancel_at,
      ended_at: told.ended_at,
      pause: told.pause_collection?.behavior ?? null,
      content: {
        couponId: told.discounts,
        memo: told.invoice_settings.description,
        lines: items.map(({ id, quantity, price, tax_rates: rates }) => ({
          id,
          quantity,
          unitAmountDecimal: price.unit_amount_decimal,
          taxRateIds: rates.length === 0 ? told.default_tax_rates : rates,
        })),
      },
    });
    const own = invoices.filter((invoice) =>
      JSON.stringify(invoice['parent'] ?? '').includes(`"${told.id}"`),
    );
    const here = invoicesOfRecurring(db, told.id, 1000);
    expect(here.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  }
  return invoices.length;
}

test('every recurring invoice and what came of it is the same here as there, at the beginning and after each month', async () => {
  const bench = createSyncBench({ seeded: true });
  await bench.backfill();
  let count = await expectSame(bench);
  for (let month = 0; month < 12; month += 1) {
    for (let part = 0; part < 2; part += 1) {
      await bench.clock.advance(15 * DAY_MS);
      await bench.poll();
    }
    const now = await expectSame(bench);
    expect(now).toBeGreaterThan(count);
    count = now;
  }
});
