// Recurring invoices of the small studio, for tests of the page.
import type { RecurringDetail, RecurringRow } from '../../../shared/contract/recurring.ts';
import type { Answers } from './fixture-bridge.ts';
import { NOW } from './sample-answers.ts';

const HOSTING: RecurringRow = {
  id: 'rec_1',
  stripeId: 'sub_1',
  customerId: 'cus_9',
  customerName: 'Kaffeerösterei Elbe',
  title: 'Hosting, 2 × Support',
  currency: 'eur',
  amount: 24_700,
  every: { interval: 'month', count: 1 },
  collects: 'send',
  standing: 'active',
  nextDay: '2026-12-01',
  endDay: null,
  createdAt: NOW,
  cursor: '[1,1]',
};

export const recurringRows: readonly RecurringRow[] = [
  HOSTING,
  { ...HOSTING, id: 'rec_2', customerName: 'Verlag Nebelhorn', standing: 'ending', endDay: '2027-06-01' },
];

const { cursor: _cursor, ...hosting } = HOSTING;

export const recurringDetail: RecurringDetail = {
  ...hosting,
  content: {
    lines: [
      {
        id: 'si_1',
        itemId: 'item_1',
        priceId: 'cost_1',
        description: 'Hosting',
        quantity: 1,
        unitAmountDecimal: '4900',
        taxRateIds: ['tr_19'],
      },
      {
        id: 'si_2',
        itemId: 'item_2',
        priceId: 'cost_2',
        description: 'Support',
        quantity: 2,
        unitAmountDecimal: '9900',
        taxRateIds: [],
      },
    ],
    couponId: null,
    collection: { kind: 'send', days: 14 },
    memo: '',
    footer: '',
  },
  anchorDay: '2026-06-01',
  period: { from: '2026-11-01', until: '2026-12-01' },
  pause: null,
  methodLabel: null,
  taxRates: [{ id: 'tr_19', label: 'VAT 19 %' }],
  couponName: null,
  actions: ['change', 'pause', 'cancel'],
  operationId: null,
  upcoming: null,
  history: [
    {
      id: 'inv_5',
      number: 'NL-0407',
      status: 'open',
      day: '2026-11-01',
      currency: 'eur',
      total: 25_631,
      balanceDue: 25_631,
    },
  ],
};

export const recurringAnswers: Answers = {
  'recurring.list': () => ({ rows: [...recurringRows] }),
  'recurring.counts': () => ({
    tabs: [
      { tab: 'all', count: 2 },
      { tab: 'active', count: 2 },
      { tab: 'paused', count: 0 },
      { tab: 'past-due', count: 0 },
      { tab: 'ending', count: 0 },
      { tab: 'ended', count: 0 },
    ],
  }),
  'recurring.get': () => recurringDetail,
  'recurring.preview': () => ({
    upcoming: {
      day: '2026-12-01',
      currency: 'eur',
      subtotal: 24_700,
      discount: 0,
      tax: 931,
      total: 25_631,
      amountDue: 25_631,
      lines: [
        {
          id: 'il_1',
          description: '1 × Hosting (at €49.00 / month)',
          amount: 4_900,
          from: '2026-12-01',
          until: '2027-01-01',
        },
      ],
      askedAt: NOW,
    },
  }),
  'recurring.pause': () => ({ operationId: 'op_1' }),
  'recurring.cancel': () => ({ operationId: 'op_1' }),
  'recurring.change': () => ({ operationId: 'op_1' }),
  'recurring.create': () => ({ operationId: 'op_1', id: 'rec_3' }),
  'items.find': () => ({ rows: [] }),
  'coupons.list': () => ({ rows: [] }),
  'customers.find': () => ({ rows: [] }),
};
