// Writes refunds, disputes and balance transactions as Stripe tells them.
import { isDispute, mirroredBalanceTransactions, mirroredDisputes } from '../store/mirror-facts.ts';
import { adoptRefund, invoicesOfPayment, mirroredRefunds, refundId } from '../store/mirror-payments.ts';
import type { StripeObject } from '../stripe/request.ts';
import { BalanceTransactionSnapshot, DisputeSnapshot, RefundSnapshot } from '../stripe/snapshots/money.ts';
import { announce, type Batch, keep, understand } from './batch.ts';
import { quickDayOf } from './days.ts';

export function applyRefund(batch: Batch, object: StripeObject): void {
  const { db, context } = batch;
  const refund = understand(batch, RefundSnapshot, object);
  const { news } = keep(batch, object);
  if (!refund) return;
  const mark = refund.metadata['quittance_operation'] ?? null;
  if (mark !== null) adoptRefund(db, mark, refund.id);
  const payment = refund.payment_intent ?? refund.charge;
  const written = mirroredRefunds.upsert(db, {
    stripe_id: refund.id,
    id: refund.id,
    operation_id: mark,
    payment_id: payment,
    charge_id: refund.charge,
    currency: refund.currency,
    amount: refund.amount,
    status: refund.status ?? 'pending',
    reason: refund.reason,
    failure_reason: refund.failure_reason,
    note: refund.metadata['quittance_note'] ?? '',
    balance_transaction_id: refund.balance_transaction,
    created: refund.created,
    day: quickDayOf(refund.created, context.timeZone),
  });
  if (!news && written === 'same') return;
  announce(batch, 'refund', refundId(db, refund.id) ?? refund.id);
  if (payment !== null) touchPayment(batch, payment);
}

export function applyDispute(batch: Batch, object: StripeObject): void {
  const dispute = understand(batch, DisputeSnapshot, object);
  const { news } = keep(batch, object);
  if (!dispute) return;
  const payment = dispute.payment_intent ?? dispute.charge;
  const { evidence_details: details } = dispute;
  const written = mirroredDisputes.upsert(batch.db, {
    id: dispute.id,
    charge_id: dispute.charge,
    payment_id: payment,
    status: dispute.status,
    currency: dispute.currency,
    amount: dispute.amount,
    reason: dispute.reason,
    network_reason:
      dispute.network_reason_code ?? dispute.payment_method_details?.card?.network_reason_code ?? null,
    // Stripe says 0 when the bank takes no answer.
    due_by: details?.due_by || null,
    refundable: dispute.is_charge_refundable ? 1 : 0,
    has_evidence: details?.has_evidence === true ? 1 : 0,
    submissions: details?.submission_count ?? 0,
    was_late: details?.past_due === true ? 1 : 0,
    created: dispute.created,
    day: quickDayOf(dispute.created, batch.context.timeZone),
  });
  if (news || written !== 'same') announce(batch, 'dispute', dispute.id);
  if (written !== 'same') touchPayment(batch, payment);
}

function touchPayment(batch: Batch, payment: string): void {
  announce(batch, 'payment', payment);
  for (const invoice of invoicesOfPayment(batch.db, payment)) batch.invoices.add(invoice);
}

export function applyBalanceTransaction(batch: Batch, object: StripeObject): void {
  const transaction = understand(batch, BalanceTransactionSnapshot, object);
  keep(batch, object);
  if (!transaction) return;
  const tax = transaction.fee_details.reduce(
    (sum, { type, amount }) => (type === 'tax' ? sum + amount : sum),
    0,
  );
  const { timeZone } = batch.context;
  const source = transaction.source ?? disputeOfFee(transaction);
  const written = mirroredBalanceTransactions.upsert(batch.db, {
    id: transaction.id,
    type: transaction.type,
    source,
    currency: transaction.currency,
    amount: transaction.amount,
    fee: transaction.fee,
    net: transaction.net,
    category: transaction.reporting_category,
    fee_tax: tax,
    created: transaction.created,
    available_on: transaction.available_on,
    day: quickDayOf(transaction.created, timeZone),
  });
  if (written !== 'same' && source !== null && isDispute(batch.db, source))
    announce(batch, 'dispute', source);
}

/** Some accounts are charged the fee of a dispute apart, with no source: only the description names the dispute. */
function disputeOfFee({ type, description }: BalanceTransactionSnapshot): string | null {
  return type === 'stripe_fee' ? (/\bd[up]_\w+/.exec(description)?.[0] ?? null) : null;
}
