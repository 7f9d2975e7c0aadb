// Rows of the sample studio's invoice list: every status, two currencies, a very long name.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { customers } from './sample-customers.ts';

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
  const isPart = badge === 'partially-paid' || (badge === 'past-due' && index % 4 === 2);
  const balanceDue = isSettled || badge === 'paid' ? 0 : isPart ? Math.round(total / 3) : total;
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
    balanceDue,
    amountPaid: badge === 'void' ? 0 : total - balanceDue,
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

export function sumsOf(rows: readonly InvoiceRow[]) {
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
  recurring: (row: InvoiceRow) => row.number !== null && row.customerId === customers[0]?.id,
} as const;

type Tab = keyof typeof isIn;

export function filteredRows({
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
