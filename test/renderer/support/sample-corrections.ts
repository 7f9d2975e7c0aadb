// Credit notes of the sample studio.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import type { Answers } from './fixture-bridge.ts';
import { customers } from './sample-customers.ts';

type Row = CallOutput<'creditNotes.list'>['rows'][number];
type Options = CallOutput<'creditNotes.options'>;

const STATUSES = ['issued', 'queued', 'refund-failed', 'issued', 'void', 'needs-review', 'failed'] as const;

export const creditNotes: readonly Row[] = STATUSES.map((status, index) => {
  const isOpen = index === 3 || status === 'void';
  const isKnown = status !== 'queued' && status !== 'needs-review' && status !== 'failed';
  const amount = 11_900 + index * 1_190;
  return {
    id: `cn_${index}`,
    date: addDays('2026-11-21', -index),
    number: isKnown ? `NL-${412 - index}-CN-01` : null,
    invoiceId: `inv_${index}`,
    invoiceNumber: `NL-${412 - index}`,
    customerName: customers[index % 8]?.name ?? '',
    status,
    reason: 'order_change',
    currency: 'eur',
    amount,
    offInvoice: isOpen ? amount : 0,
    refunded: isOpen ? 0 : amount,
    toBalance: 0,
    outside: 0,
    cursor: `cursor-${index}`,
  };
});

function detail(id: string): CallOutput<'creditNotes.get'> {
  const found = creditNotes.find((row) => row.id === id) ?? creditNotes[0];
  if (!found) throw new Error('There are sample credit notes');
  const { cursor: _cursor, ...row } = found;
  const net = Math.round(row.amount / 1.19);
  const tax = { label: 'VAT 19 %', amount: row.amount - net, inclusive: false };
  return {
    ...row,
    stripeId: row.number === null ? null : row.id,
    invoiceStripeId: 'in_1',
    customerId: 'cus_1',
    memo: 'As agreed on the phone',
    lines: [{ description: 'Corporate design', quantity: null, amount: net, discount: 0, taxes: [tax] }],
    net,
    taxes: [tax],
    refunds:
      row.refunded === 0
        ? []
        : [
            {
              id: 're_1',
              paymentId: 'py_1',
              amount: row.refunded,
              status: row.status === 'refund-failed' ? 'failed' : 'succeeded',
              failureReason: row.status === 'refund-failed' ? 'lost_or_stolen_card' : null,
            },
          ],
    timeline: [
      { at: 1_795_400_000, text: 'Credit note issued', detail: null, stripeId: row.id, tone: 'neutral' },
    ],
    actions: row.offInvoice > 0 && row.status === 'issued' ? ['void'] : [],
    operations: [],
  };
}

export const creditOptions: Options = {
  invoiceNumber: 'NL-412',
  customerName: 'Kaffeerösterei Elbe',
  customerEmail: 'ap@elbe.example',
  currency: 'eur',
  total: 23_800,
  creditable: 23_800,
  remaining: 0,
  refusal: null,
  lines: [
    {
      id: 'il_1',
      description: 'Corporate design',
      amountLeft: 10_000,
      quantityLeft: 2,
      byAmount: true,
      taxLabel: 'VAT 19 %',
    },
    {
      id: 'il_2',
      description: 'Proof reading, 7.5 hours',
      amountLeft: 10_000,
      quantityLeft: null,
      byAmount: true,
      taxLabel: 'VAT 19 %',
    },
  ],
  payments: [{ id: 'py_1', label: 'Visa •••• 4242 · 20 Nov 2026', left: 23_800 }],
  loneRefunds: [],
};

const unmatched: CallOutput<'corrections.unmatched'>['rows'] = [
  {
    id: 're_7',
    kind: 'refund-without-note',
    date: '2026-11-19',
    invoiceId: 'inv_4',
    invoiceNumber: 'NL-408',
    refundId: 're_7',
    creditNoteId: null,
    creditNoteNumber: null,
    customerName: 'Kaffeerösterei Elbe',
    currency: 'eur',
    amount: 4_760,
    canCredit: true,
  },
  {
    id: 'cn_2',
    kind: 'note-without-refund',
    date: '2026-11-18',
    invoiceId: 'inv_2',
    invoiceNumber: 'NL-410',
    refundId: null,
    creditNoteId: 'cn_2',
    creditNoteNumber: 'NL-410-CN-01',
    customerName: 'Buchhandlung am Markt',
    currency: 'eur',
    amount: 14_280,
    canCredit: false,
  },
];

export const correctionAnswers: Answers = {
  'creditNotes.list': ({ status, page }) => ({
    rows: creditNotes
      .filter((row) => status === undefined || row.status === status)
      .slice(page.offset, page.offset + page.limit),
  }),
  'creditNotes.counts': () => ({
    statuses: [...new Set(creditNotes.map(({ status }) => status))].map((status) => {
      const same = creditNotes.filter((row) => row.status === status);
      const amount = same.reduce((sum, row) => sum + row.amount, 0);
      return { status, count: same.length, sum: [{ currency: 'eur', amount }] };
    }),
  }),
  'creditNotes.get': ({ id }) => detail(id),
  'creditNotes.options': () => creditOptions,
  'creditNotes.quote': ({ what }) => {
    const total = what.kind === 'amount' ? what.amount : 11_900;
    const net = Math.round(total / 1.19);
    const taxes = [{ label: 'VAT 19 %', amount: total - net, inclusive: false }];
    return {
      total,
      offInvoice: 0,
      toSettle: total,
      byEarlierRefunds: 0,
      currency: 'eur',
      lines: [{ description: 'Corporate design', quantity: null, amount: net, discount: 0, taxes }],
      net,
      taxes,
    };
  },
  'creditNotes.create': () => ({ operationId: 'op_credit' }),
  'creditNotes.void': () => ({ operationId: 'op_void' }),
  'corrections.unmatched': () => ({ rows: unmatched, count: unmatched.length }),
  'corrections.settle': () => ({}),
};
