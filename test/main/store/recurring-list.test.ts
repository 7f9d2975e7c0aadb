import { describe, expect, it } from 'vitest';
import type { RecurringTab } from '../../../shared/contract/recurring.ts';
import {
  countRecurring,
  listRecurring,
  type RecurringListInput,
  recurringListSql,
} from '../../../main/store/recurring-list.ts';
import { memoryDb } from '../../support/memory-db.ts';
import { applyAll } from '../../support/mirror.ts';
import { customer, NOON, product } from '../../support/stripe-objects.ts';
import { subscription, subscriptionItem } from '../../support/subscription-objects.ts';

const DAY = 86_400;
const db = memoryDb();

function one(id: string, days: number, cents: number, fields: Record<string, unknown> = {}) {
  const price = {
    id: `price_${id}`,
    product: 'prod_1',
    unit_amount_decimal: String(cents),
    recurring: { interval: 'month', interval_count: 1 },
  };
  const item = subscriptionItem(`si_${id}`, { price, current_period_end: NOON + days * DAY });
  return subscription(id, { items: { data: [item] }, created: NOON + days, ...fields });
}

applyAll(db, [
  customer('cus_1', { name: 'Zola' }),
  customer('cus_2', { name: 'Élan Vital' }),
  product('prod_1', { name: 'Hosting' }),
  one('sub_late', 20, 100),
  one('sub_soon', 3, 300, { customer: 'cus_2' }),
  one('sub_ended', 5, 200, { status: 'canceled', ended_at: NOON }),
  one('sub_due', 9, 400, { status: 'past_due' }),
  one('sub_paused', 7, 500, { pause_collection: { behavior: 'void', resumes_at: null } }),
  one('sub_ending', 8, 600, { cancel_at: NOON + 60 * DAY }),
]);

const list = (
  input: Partial<RecurringListInput['filter']> = {},
  sort: RecurringListInput['sort'] = { by: 'next', direction: 'asc' },
): readonly string[] =>
  listRecurring(
    db,
    { filter: { tab: 'all', ...input }, sort, page: { offset: 0, limit: 50 } },
    'Europe/Berlin',
  ).map(({ id }) => id);

describe('the list of recurring invoices', () => {
  it.each([
    ['next', ['sub_soon', 'sub_paused', 'sub_ending', 'sub_due', 'sub_late', 'sub_ended']],
    ['amount', ['sub_late', 'sub_ended', 'sub_soon', 'sub_due', 'sub_paused', 'sub_ending']],
    ['customer', ['sub_soon', 'sub_late', 'sub_ended', 'sub_due', 'sub_paused', 'sub_ending']],
    ['created', ['sub_soon', 'sub_ended', 'sub_paused', 'sub_ending', 'sub_due', 'sub_late']],
  ] as const)('in the order of %s', (by, ids) => {
    expect(list({}, { by, direction: 'asc' })).toEqual(ids);
    expect(list({}, { by, direction: 'desc' })).toEqual(ids.toReversed());
  });

  it('goes on behind a row wherever the page before ended', () => {
    for (const by of ['next', 'amount', 'customer', 'created'] as const) {
      const whole = list({}, { by, direction: 'asc' });
      const walked: string[] = [];
      for (let after: string | undefined; walked.length < whole.length;) {
        const page = { offset: walked.length, limit: 2, after };
        const rows = listRecurring(
          db,
          { filter: { tab: 'all' }, sort: { by, direction: 'asc' }, page },
          'Europe/Berlin',
        );
        walked.push(...rows.map(({ id }) => id));
        after = rows.at(-1)?.cursor;
      }
      expect(walked).toEqual(whole);
    }
  });

  it('has each in exactly one tab, and counts what it shows', () => {
    const tabs: readonly (readonly [RecurringTab, readonly string[]])[] = [
      ['active', ['sub_soon', 'sub_late']],
      ['paused', ['sub_paused']],
      ['past-due', ['sub_due']],
      ['ending', ['sub_ending']],
      ['ended', ['sub_ended']],
    ];
    const counts = countRecurring(db, {});
    for (const [tab, ids] of tabs) {
      expect(list({ tab })).toEqual(ids);
      expect(counts).toContainEqual({ tab, count: ids.length });
    }
    expect(counts).toContainEqual({ tab: 'all', count: 6 });
  });

  it('finds by customer without accents, by item, by id, and those of one customer', () => {
    expect(list({ search: 'elan' })).toEqual(['sub_soon']);
    expect(list({ search: 'hosting zola' })).toHaveLength(5);
    expect(list({ search: 'sub_due' })).toEqual(['sub_due']);
    expect(list({ customerId: 'cus_2' })).toEqual(['sub_soon']);
    expect(countRecurring(db, { search: 'elan' })).toContainEqual({ tab: 'all', count: 1 });
    expect(list({ search: "%' OR 1 --" })).toEqual([]);
  });

  it('is a walk along the index of its order', () => {
    for (const by of ['next', 'amount', 'customer', 'created'] as const) {
      const sort = { by, direction: 'desc' } as const;
      const { sql, parameters } = recurringListSql({
        filter: { tab: 'active' },
        sort,
        page: { offset: 0, limit: 50 },
      });
      const steps = db
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
        .map(({ detail }) => detail);
      expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
      expect(steps.some((step) => step.includes(`subscription_by_${by}`))).toBe(true);
    }
  });
});
