// Payments and refunds of the sample studio.
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import type { Answers } from './fixture-bridge.ts';
import { customers } from './sample-customers.ts';

type Payment = CallOutput<'payments.list'>['rows'][number];
type Refund = CallOutput<'refunds.list'>['rows'][number];

const STANDINGS = [
  'succeeded',
  'succeeded',
  'processing',
  'requires_action',
  'succeeded',
  'failed',
  'canceled',
] as const;
const REFUND_STATUSES = [
  'succeeded',
  'pending',
  'failed',
  'queued',
  'requires_action',
  'canceled',
  'needs-review',
] as const;

export function samplePayment(index: number): Payment {
  const standing = STANDINGS[index % STANDINGS.length] ?? 'succeeded';
  const amount = 48_790 + index * 13_370;
  const isDone = standing === 'succeeded';
  const isCard = index % 2 === 0;
  return {
    id: `py_${index}`,
    date: addDays('2026-11-22', -index),
    invoiceId: `inv_${index}`,
    invoiceNumber: `NL-${412 - index}`,
    customerId: `cus_${index % 8}`,
    customerName: customers[index % 8]?.name ?? '',
    method: isCard ? 'Visa •••• 4242' : 'SEPA debit •••• 3000',
    methodType: isCard ? 'card' : 'sepa_debit',
    standing,
    failure: standing === 'failed' ? ['insufficient_funds', 'card_declined'] : [],
    nextAction: standing === 'requires_action' ? 'redirect_to_url' : null,
    nextAttemptAt: null,
    currency: 'eur',
    amount,
    refunded: index === 4 ? 20_000 : 0,
    fee: isDone ? { amount: 1_845, currency: 'eur' } : null,
    net: isDone ? { amount: amount - 1_845, currency: 'eur' } : null,
    payout: isDone && index > 4 ? { id: 'po_1', arrival: '2026-11-20' } : null,
    cursor: `cursor-${index}`,
  };
}

const payments: readonly Payment[] = Array.from({ length: 21 }, (_, index) => samplePayment(index));

export const refunds: readonly Refund[] = REFUND_STATUSES.map((status, index) => ({
  id: `re_${index}`,
  date: addDays('2026-11-21', -index),
  invoiceId: `inv_${index}`,
  invoiceNumber: `NL-${412 - index}`,
  customerName: customers[index % 8]?.name ?? '',
  currency: 'eur',
  amount: 5_000 + index * 1_234,
  status,
  reason: 'requested_by_customer',
  failureReason: status === 'failed' ? 'lost_or_stolen_card' : null,
  cursor: `cursor-${index}`,
}));

function counts(rows: readonly { readonly status: string; readonly amount: number }[]) {
  return [...new Set(rows.map(({ status }) => status))].map((status) => {
    const same = rows.filter((row) => row.status === status);
    return {
      status,
      count: same.length,
      sum: [{ currency: 'eur', amount: same.reduce((sum, row) => sum + row.amount, 0) }],
    };
  });
}

export const moneyAnswers: Answers = {
  'payments.list': ({ filter: { standing }, page }) => ({
    rows: payments
      .filter((row) => standing === undefined || row.standing === standing)
      .slice(page.offset, page.offset + page.limit),
  }),
  'payments.counts': () => ({
    statuses: counts(payments.map(({ standing, amount }) => ({ status: standing, amount }))),
  }),
  'refunds.list': ({ status, page }) => ({
    rows: refunds
      .filter((row) => status === undefined || row.status === status)
      .slice(page.offset, page.offset + page.limit),
  }),
  'refunds.counts': () => ({ statuses: counts(refunds) }),
  'refunds.create': () => ({ operationId: 'op_refund' }),
};
