// Two arithmetics, written apart, agree: what the bookkeeper approves is what the simulator of Stripe makes of the planned requests.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeTotals } from '../../../main/simulator/arithmetic/totals.ts';
import type { DraftLine } from '../../../shared/contract/drafts.ts';
import { estimateTotals } from '../../../shared/domain/totals.ts';

const RATES = [
  { id: 'full', name: 'VAT', percentage: '19', inclusive: false },
  { id: 'odd', name: 'GST', percentage: '8.875', inclusive: false },
  { id: 'within', name: 'IVA', percentage: '21', inclusive: true },
];

const discount = fc.constantFrom(
  null,
  { kind: 'percent' as const, percent: '10' },
  { kind: 'percent' as const, percent: '33.33' },
  { kind: 'amount' as const, amount: 777 },
);

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 40 }).map(String),
  unitAmountDecimal: fc.integer({ min: 1, max: 250_000 }).map(String),
  taxRateIds: fc.subarray(
    RATES.map(({ id }) => id),
    { maxLength: 2 },
  ),
  discount,
});

const termOf = (
  id: string,
  wanted: { kind: 'percent'; percent: string } | { kind: 'amount'; amount: number } | null,
) =>
  wanted === null
    ? []
    : [
        {
          id,
          percentOff: wanted.kind === 'percent' ? Number(wanted.percent) : null,
          amountOff: wanted.kind === 'amount' ? wanted.amount : null,
        },
      ];

it('agrees to the cent, line by line, for random drafts', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      discount,
      discount,
      fc.boolean(),
      (lines, whole, coupon, exempt) => {
        const draftLines: DraftLine[] = lines.map((patch, index) => ({
          ...patch,
          id: String(index),
          description: 'x',
          item: null,
        }));
        const draft = { currency: 'eur', lines: draftLines, discount: whole };
        const ours = estimateTotals(draft, RATES, exempt, coupon);
        const theirs = computeTotals(
          lines.map((patch) => ({
            amount: Number(patch.quantity) * Number(patch.unitAmountDecimal),
            discountable: true,
            discounts: termOf('line', patch.discount),
            taxes: patch.taxRateIds.map((id) => {
              const rate = RATES.find((candidate) => candidate.id === id);
              return { rate: id, percentage: Number(rate?.percentage), inclusive: rate?.inclusive === true };
            }),
            statedTaxes: null,
          })),
          [...termOf('whole', whole), ...termOf('coupon', coupon)],
          exempt,
        );
        expect(ours.total).toBe(theirs.total);
        expect(ours.lines.map(({ tax }) => tax)).toEqual(
          theirs.lines.map(({ taxes }) => taxes.reduce((sum, { amount }) => sum + amount, 0)),
        );
        expect(ours.net).toBe(theirs.totalExcludingTax);
      },
    ),
    { numRuns: 2000 },
  );
});
