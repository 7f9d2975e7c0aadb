// Refunds of money that a customer transferred and that paid nothing: from the cash balance back to their bank.
import { refuse } from '../../api/failure.ts';
import { plan } from '../../world/due.ts';
import { emit } from '../../world/events.ts';
import type { Refund } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { availableCash, moveCash } from '../cash-balance/cash.ts';
import { liveCustomer } from '../customer-lookup.ts';

export interface CashRefund {
  readonly customer: string;
  readonly amount: number;
  readonly currency: string;
  readonly metadata: Readonly<Record<string, string>>;
}

export function refundCash(world: World, params: CashRefund): Refund {
  const customer = liveCustomer(world, params.customer, 'customer');
  const left = availableCash(world, customer.id, params.currency);
  if (params.amount <= 0 || params.amount > left)
    throw refuse(
      `Refund amount (${params.amount}) is greater than the customer's available cash balance (${left}).`,
      { param: 'amount' },
    );
  const id = world.id('re');
  moveCash(world, customer.id, params.currency, -params.amount, { type: 'return_initiated' });
  const refund = world.put('refund', {
    id,
    object: 'refund',
    amount: params.amount,
    balance_transaction: null,
    charge: null,
    created: world.accountNow(),
    currency: params.currency,
    customer: customer.id,
    customer_account: null,
    destination_details: {
      eu_bank_transfer: { reference: null, reference_status: 'pending' },
      type: 'eu_bank_transfer',
    },
    metadata: params.metadata,
    payment_intent: null,
    payment_method: null,
    pending_reason: 'processing',
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
    inner: { creditNotes: [] },
  });
  emit(world, 'refund.created', 'refund', refund);
  plan(world, world.settings.debitDelayMs, { kind: 'complete-refund', refund: id });
  return refund;
}
