import { expect, test } from 'vitest';
import type { RecurringContent } from '../../../shared/contract/recurring.ts';
import { type RecurringFacts, recurringProblems } from '../../../shared/domain/recurring-review.ts';

const line: RecurringContent['lines'][number] = {
  id: 'si_1',
  itemId: 'prod_1',
  priceId: 'price_1',
  description: 'Hosting',
  quantity: 3,
  unitAmountDecimal: '4900',
  taxRateIds: [],
};
const terms = (of: RecurringContent['lines'][number]) => ({
  lines: [of],
  couponId: null,
  collection: { kind: 'send', days: 14 } as const,
  memo: '',
  footer: '',
  currency: 'eur',
  every: { interval: 'month', count: 1 } as const,
});
const facts: RecurringFacts = {
  customer: { email: 'ada@a.example', archived: false },
  price: () => null,
  hasItem: () => false,
  taxRate: () => null,
  coupon: () => null,
  methods: [],
  before: terms(line),
};

test('a line stays as Stripe bills it, also when its item had not arrived as the form was opened', () => {
  expect(recurringProblems(terms({ ...line, quantity: 7 }), facts)).toEqual([]);
  expect(recurringProblems(terms({ ...line, quantity: 7, itemId: null, description: '' }), facts)).toEqual(
    [],
  );
});

test('another price in its place is judged anew', () => {
  const problems = recurringProblems(terms({ ...line, priceId: 'price_2', description: '' }), facts);
  expect(problems.map(({ path }) => path)).toContain('lines.0.description');
});
