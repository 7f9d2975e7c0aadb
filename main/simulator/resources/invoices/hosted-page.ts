// What a customer can do about an invoice: pay on its hosted page, authenticate there or not, or transfer the money.
import { refuse } from '../../api/failure.ts';
import type { CustomerOutcome, PaymentOutcome } from '../../options.ts';
import type { Invoice, PaymentIntent } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { availableCash } from '../cash-balance/cash.ts';
import { receiveTransfer } from '../cash-balance/transfers.ts';
import { completeAuthentication, failAuthentication } from '../payments/authentication.ts';
import { openIntent } from './invoice-payments.ts';
import { payAsCustomer } from './pay.ts';

type Way = 'card' | 'sepa_debit' | 'customer_balance';

const byTransfer: readonly CustomerOutcome[] = [
  'bank_transfer',
  'bank_transfer_part',
  'bank_transfer_too_much',
];
const byDebit: readonly CustomerOutcome[] = ['sepa_processing', 'sepa_fails'];
const byCard: readonly CustomerOutcome[] = [
  'succeeded',
  'declined',
  'insufficient_funds',
  'lost_card',
  'stolen_card',
  'expired_card',
  'incorrect_cvc',
  'processing_error',
  'fraudulent',
  'authentication_required',
  'authentication_completed',
  'authentication_failed',
];
const outcomes: Readonly<Record<Way, readonly CustomerOutcome[]>> = {
  card: byCard,
  sepa_debit: byDebit,
  customer_balance: byTransfer,
};
const ways: readonly Way[] = ['card', 'sepa_debit', 'customer_balance'];

/** What can come of paying the invoice now; nothing when it cannot be paid. */
export function outcomesFor(world: World, id: string): readonly CustomerOutcome[] {
  const invoice = world.get('invoice', id);
  const intent = openIntent(world, invoice);
  if ((invoice.status !== 'open' && invoice.status !== 'uncollectible') || intent === null) return [];
  if (intent.status === 'processing') return [];
  return ways
    .filter((way) => intent.payment_method_types.includes(way))
    .filter((way) => way !== 'customer_balance' || invoice.status === 'open')
    .flatMap((way) => outcomes[way]);
}

function waitingIntent(world: World, id: string): PaymentIntent | null {
  const intent = openIntent(world, world.get('invoice', id));
  return intent?.next_action?.type === 'redirect_to_url' ? intent : null;
}

/** The bank's question is answered, whether it was asked before or is asked now. */
function authenticate(world: World, id: string, passes: boolean): void {
  if (waitingIntent(world, id) === null) payAsCustomer(world, id, 'authentication_required');
  const intent = waitingIntent(world, id);
  if (intent === null) throw refuse('Nothing waits for authentication.', {});
  if (!passes) throw failAuthentication(world, intent);
  completeAuthentication(world, intent);
}

const PART_OF_MISSING = 0.4;
const TOO_MUCH = 1.1;

function transfer(
  world: World,
  invoice: Invoice,
  outcome: CustomerOutcome,
  amount: number | undefined,
): void {
  const customer = invoice.customer ?? '';
  const missing = Math.max(1, invoice.amount_remaining - availableCash(world, customer, invoice.currency));
  const share =
    outcome === 'bank_transfer_part' ? PART_OF_MISSING : outcome === 'bank_transfer_too_much' ? TOO_MUCH : 1;
  const usual =
    outcome === 'bank_transfer_too_much' ? Math.ceil(missing * share) : Math.floor(missing * share);
  receiveTransfer(world, customer, {
    amount: amount ?? Math.max(1, usual),
    currency: invoice.currency,
    reference: invoice.number,
  });
}

function isMethodOutcome(outcome: CustomerOutcome): outcome is PaymentOutcome {
  return (
    !byTransfer.includes(outcome) &&
    outcome !== 'authentication_completed' &&
    outcome !== 'authentication_failed'
  );
}

/** Throws the bank's decline, and a refusal when the invoice cannot be paid that way. Without an outcome it is simply paid. */
export function actAsCustomer(
  world: World,
  id: string,
  wanted: CustomerOutcome | undefined,
  amount?: number,
): void {
  const possible = outcomesFor(world, id);
  const outcome = wanted ?? possible[0] ?? 'succeeded';
  const invoice = world.get('invoice', id);
  if (byTransfer.includes(outcome)) {
    if (!possible.includes(outcome))
      throw refuse('This invoice does not wait for a bank transfer.', {
        code: 'payment_method_not_available',
      });
    return transfer(world, invoice, outcome, amount);
  }
  if (isMethodOutcome(outcome)) return payAsCustomer(world, id, outcome);
  authenticate(world, id, outcome === 'authentication_completed');
}
