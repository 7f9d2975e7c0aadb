// Invoices, customers, payments and refunds of the sample studio, for tests of their screens.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import type { DraftContent } from '../../../shared/contract/drafts.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { estimateTotals } from '../../../shared/domain/totals.ts';
import type { Answers } from './fixture-bridge.ts';
import { customerAnswers, customers } from './sample-customers.ts';
import { moneyAnswers } from './sample-money.ts';

export type InvoiceRow = CallOutput<'invoices.list'>['rows'][number];

const BADGES: readonly InvoiceRow['badge'][] = [
  'draft',
  'open',
  'paid',
  'past-due',
  'paid',
  'paid',
  'partially-refunded',
  'sending',
  'paid',
  'open',
  'void',
  'processing',
  'send-failed',
  'paid',
  'past-due',
  'queued',
  'partially-paid',
  'needs-review',
  'disputed',
  'refunded',
  'uncollectible',
  'refund-pending',
];

const AMOUNTS = [119_000, 48_790, 1_250_000, 9_900, 316_540, 71_400, 2_380_000, 64_260];

export function sampleRow(index: number): InvoiceRow {
  const badge = BADGES[index % BADGES.length] ?? 'open';
  const customer = customers[index % customers.length];
  const total = AMOUNTS[index % AMOUNTS.length] ?? 10_000;
  const currency = index % 7 === 4 ? 'usd' : 'eur';
  const hasNumber = !['draft', 'queued', 'sending', 'send-failed'].includes(badge);
  const isSettled = [
    'paid',
    'refunded',
    'partially-refunded',
    'void',
    'refund-pending',
    'disputed',
    'processing',
  ].includes(badge);
  const issueDate = hasNumber ? addDays('2026-11-22', -index * 2) : null;
  return {
    id: `inv_${index}`,
    stripeId: hasNumber ? `in_1Q8x${index}` : null,
    number: hasNumber ? `NL-${String(412 - index).padStart(4, '0')}` : null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? '',
    badge,
    daysPastDue: badge === 'past-due' ? index * 2 - 3 : null,
    paidOutsideStripe: badge === 'paid' && index % 4 === 0,
    currency,
    total,
    balanceDue:
      isSettled || badge === 'paid' ? 0 : badge === 'partially-paid' ? Math.round(total / 3) : total,
    tax: Math.round((total * 19) / 119),
    issueDate,
    dueDate: issueDate === null ? null : addDays(issueDate, 14),
    paidOn: isSettled && issueDate !== null ? addDays(issueDate, 9) : null,
    sentAt: hasNumber ? 1_795_422_600 - index * 172_800 : null,
    poNumber: index % 3 === 0 ? `PO-${7_700 + index}` : '',
    memo: index % 5 === 0 ? 'Second instalment as agreed' : '',
    cursor: `cursor-${index}`,
  };
}

export const SAMPLE_COUNT = 220;
export const sampleRows: readonly InvoiceRow[] = Array.from({ length: SAMPLE_COUNT }, (_, index) =>
  sampleRow(index),
);

function sumsOf(rows: readonly InvoiceRow[]) {
  const perCurrency = (of: (row: InvoiceRow) => number) =>
    ['eur', 'usd'].map((currency) => ({
      currency,
      amount: rows.filter((row) => row.currency === currency).reduce((sum, row) => sum + of(row), 0),
    }));
  return {
    count: rows.length,
    total: perCurrency((row) => row.total),
    balanceDue: perCurrency((row) => row.balanceDue),
  };
}

const isIn = {
  all: () => true,
  draft: (row: InvoiceRow) => row.badge === 'draft',
  open: (row: InvoiceRow) => row.balanceDue > 0 && row.number !== null,
  'past-due': (row: InvoiceRow) => row.badge === 'past-due',
  paid: (row: InvoiceRow) => row.badge === 'paid',
} as const;

type Tab = keyof typeof isIn;

function filtered({
  tab = 'all',
  search,
}: {
  readonly tab?: Tab | undefined;
  readonly search?: string | undefined;
}) {
  return sampleRows.filter(
    (row) =>
      isIn[tab](row) &&
      (search === undefined ||
        `${row.number} ${row.customerName}`.toLowerCase().includes(search.toLowerCase())),
  );
}

export const sampleDraftContent: DraftContent = {
  customerId: 'cus_0',
  currency: 'eur',
  lines: [
    {
      id: 'l1',
      description: 'Corporate design: logo, colours, typefaces',
      quantity: '1',
      unitAmountDecimal: '480000',
      taxRateIds: ['tr_19'],
      discount: null,
    },
    {
      id: 'l2',
      description:
        'Website: design of 12 pages, two rounds of corrections, handover to the developers of the customer',
      quantity: '42.5',
      unitAmountDecimal: '9500',
      taxRateIds: ['tr_19'],
      discount: { kind: 'percent', percent: '10' },
    },
    {
      id: 'l3',
      description: 'Printed style guide',
      quantity: '3',
      unitAmountDecimal: '4850',
      taxRateIds: ['tr_7'],
      discount: null,
    },
  ],
  discount: null,
  terms: { kind: 'days', days: 14 },
  memo: 'Vielen Dank für Ihren Auftrag.',
  footer: 'Nordlicht Design GmbH · HRB 155023 · IBAN DE02 1203 0000 0000 2020 51',
  customFields: [],
  poNumber: '',
  language: null,
  internalNote: '',
};

export const sampleDraft: CallOutput<'drafts.get'> = {
  id: 'inv_0',
  content: sampleDraftContent,
  revision: 3,
  state: 'editing',
  updatedAt: 1_795_422_600,
};

export const sampleTaxRates = [
  { id: 'tr_19', name: 'VAT', percentage: '19', inclusive: false },
  { id: 'tr_7', name: 'VAT reduced', percentage: '7', inclusive: false },
];

const PAGE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842" viewBox="0 0 595 842"><rect width="595" height="842" fill="#fff"/></svg>';

export function sampleInvoice(id: string): CallOutput<'invoices.get'> {
  const row = sampleRow(Number(id.replace('inv_', '')) || 0);
  const isPaid = row.paidOn !== null && row.badge !== 'void';
  const refunded = row.badge === 'partially-refunded' ? 50_000 : 0;
  const { cursor: _cursor, ...facts } = row;
  return {
    ...facts,
    customer: {
      name: row.customerName,
      email: 'ap@elbe.example',
      address: {
        line1: 'Große Elbstraße 68',
        line2: '',
        postalCode: '22767',
        city: 'Hamburg',
        state: '',
        country: 'DE',
      },
      taxIds: [{ type: 'eu_vat', value: 'DE811569869' }],
    },
    lines: [
      {
        description: 'Corporate design',
        quantity: '1',
        unitAmountDecimal: '100000',
        amount: 100_000,
        discount: 0,
        taxLabel: 'VAT 19%',
      },
    ],
    subtotal: row.total - row.tax,
    discount: 0,
    taxes: [{ label: 'VAT 19%', amount: row.tax, inclusive: false }],
    amountPaid: isPaid ? row.total : 0,
    refunded,
    refundable: isPaid ? [{ paymentId: 'py_1', amount: row.total - refunded, label: 'Visa •••• 4242' }] : [],
    customFields: [{ name: 'Project', value: 'Rebranding 2026' }],
    footer: '',
    internalNote: '',
    hasHostedPage: row.number !== null,
    hasStripePdf: row.number !== null,
    payments: isPaid
      ? [
          {
            id: 'py_1',
            date: row.paidOn ?? '',
            amount: row.total,
            method: 'Visa •••• 4242',
            status: 'succeeded',
            fee: { amount: 1_845, currency: row.currency },
            net: { amount: row.total - 1_845, currency: row.currency },
          },
        ]
      : [],
    refunds:
      refunded > 0
        ? [
            {
              id: 're_1',
              date: '2026-11-20',
              amount: refunded,
              status: 'succeeded',
              reason: 'requested_by_customer',
            },
          ]
        : [],
    timeline: [
      ...(isPaid
        ? [
            {
              at: 1_795_400_000,
              text: 'Paid with Visa •••• 4242',
              detail: null,
              stripeId: 'ch_3Q8xKd2eZv',
              tone: 'good' as const,
            },
          ]
        : []),
      {
        at: 1_794_900_000,
        text: 'Sent to ap@elbe.example',
        detail: null,
        stripeId: 'evt_1Q8xJd',
        tone: 'neutral',
      },
      {
        at: 1_794_899_990,
        text: `Finalized as ${row.number ?? '–'}`,
        detail: null,
        stripeId: row.stripeId,
        tone: 'neutral',
      },
      { at: 1_794_800_000, text: 'Draft written', detail: null, stripeId: null, tone: 'neutral' },
    ],
    actions: isPaid
      ? ['refund', 'duplicate', 'send-again']
      : row.badge === 'draft'
        ? ['edit', 'send', 'duplicate', 'delete']
        : ['send-again', 'mark-paid', 'duplicate', 'mark-uncollectible', 'void'],
    operations: ['sending', 'queued', 'send-failed', 'needs-review'].includes(row.badge)
      ? [OPERATIONS[row.badge] ?? 'op_1']
      : [],
  };
}

const OPERATIONS: Readonly<Record<string, string>> = {
  sending: 'op_sending',
  queued: 'op_waiting',
  'send-failed': 'op_failed',
  'needs-review': 'op_review',
};

export const salesAnswers: Answers = {
  ...customerAnswers,
  ...moneyAnswers,
  'invoices.list': ({ filter, page, sort }) => {
    const rows = sort.direction === 'asc' ? filtered(filter).toReversed() : filtered(filter);
    return { rows: rows.slice(page.offset, page.offset + page.limit) };
  },
  'invoices.tabs': ({ filter }) => ({
    tabs: (['all', 'draft', 'open', 'past-due', 'paid'] as const).map((tab) => ({
      tab,
      sums: sumsOf(filtered({ tab, search: filter.search })),
    })),
  }),
  'invoices.sums': ({ filter, ids }) =>
    sumsOf(ids === undefined ? filtered(filter) : sampleRows.filter((row) => ids.includes(row.id))),
  'invoices.get': ({ id }) => sampleInvoice(id),
  'invoices.document': () => ({ pages: [PAGE], pageSize: 'a4' }),
  'invoices.note': () => ({}),
  'drafts.get': ({ id }) => ({ ...sampleDraft, id }),
  'drafts.create': () => sampleDraft,
  'drafts.save': ({ id, revision, content }) => ({ ...sampleDraft, id, content, revision: revision + 1 }),
  'drafts.delete': () => ({}),
  'drafts.preview': () => ({ pages: [PAGE], pageSize: 'a4' }),
  'drafts.review': () => ({
    findings: [],
    totals: estimateTotals(sampleDraftContent, sampleTaxRates),
    recipient: { name: 'Kaffeerösterei Elbe', email: 'ap@elbe.example' },
    dueDate: '2026-12-07',
    steps: [
      'The invoice is created at Stripe',
      'Its lines are added',
      'It is finalized and gets its number',
      'Stripe e-mails it to ap@elbe.example',
    ],
    numbering: 'Stripe numbers it next in the account’s series NL-',
  }),
  'drafts.send': () => ({ operationId: 'op_1' }),
};
