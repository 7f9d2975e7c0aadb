// What a credit note in words of its own takes back where an item has an account: from the accounts, and from what rates were charged on.
import { expect, test } from 'vitest';
import { revenueFactsOf, taxablesOfChart } from '../../../main/books/revenue-facts.ts';
import { CHART } from '../../../shared/domain/books/accounts.ts';

const SERVICES = 4001;

const taxed = (net: number) => ({
  amount: net,
  discount_amounts: [],
  taxes: [
    {
      amount: Math.round(net * 0.19),
      taxable_amount: net,
      tax_behavior: 'exclusive',
      tax_rate_details: { tax_rate: 'txr_19' },
    },
  ],
});

const sold = (id: string, net: number, product: string) => ({
  id,
  ...taxed(net),
  pricing: { price_details: { product } },
});

/** 60.00 of a service and 40.00 of goods at 19 %, and a note over 10.00 that names neither. */
const documents = {
  id: 'in_1',
  invoice: {
    id: 'in_1',
    status: 'open',
    total: 11_900,
    total_taxes: [{ amount: 1_900 }],
    lines: { data: [sold('il_1', 6_000, 'prod_service'), sold('il_2', 4_000, 'prod_goods')] },
  },
  creditNotes: [
    {
      id: 'cn_1',
      status: 'issued',
      total: 1_190,
      total_taxes: [{ amount: 190 }],
      lines: { data: [{ id: 'cnli_1', ...taxed(1_000) }] },
    },
  ],
};

const accountOf = (product: string): number => (product === 'prod_service' ? SERVICES : CHART.revenue.number);

test('it lowers each account in proportion', () => {
  const parts = [...revenueFactsOf(documents, accountOf)].map(([id, revenue]) => [id, revenue.parts]);
  expect(parts).toEqual([
    ['in_1', [{ account: SERVICES, amount: 6_000 }]],
    ['cn_1', [{ account: SERVICES, amount: 600 }]],
  ]);
});

test('a note that was voided before has no part in it, and one that was voided later has', () => {
  const note = (id: string, created: number, voidedAt: number | null, lines: readonly object[]) => ({
    id,
    status: voidedAt === null ? 'issued' : 'void',
    created,
    voided_at: voidedAt,
    total: 6_000,
    total_taxes: [],
    lines: { data: lines },
  });
  const service = { id: 'cnli', amount: 6_000, discount_amounts: [], taxes: [], invoice_line_item: 'il_1' };
  const partsOfLast = (voidedAt: number) => {
    const invoice = { ...documents.invoice, total: 10_000, total_taxes: [] };
    const creditNotes = [
      note('cn_1', 1_000, voidedAt, [service]),
      note('cn_2', 2_000, null, [service]),
      { ...note('cn_3', 3_000, null, []), total: 4_000 },
    ];
    return revenueFactsOf({ id: 'in_1', invoice, creditNotes }, accountOf).get('cn_3')?.parts;
  };
  // Nothing is left of the service, and all of the goods.
  expect(partsOfLast(1_500)).toEqual([]);
  // More was taken back than there was: by the shares of the invoice.
  expect(partsOfLast(3_500)).toEqual([{ account: SERVICES, amount: 2_400 }]);
});

test('what it takes from the account of the chart is taken from what the rate was charged on there', () => {
  expect(taxablesOfChart(documents, 'in_1', accountOf)).toEqual([{ rate: 'txr_19', amount: 4_000 }]);
  expect(taxablesOfChart(documents, 'cn_1', accountOf)).toEqual([{ rate: 'txr_19', amount: 400 }]);
});
