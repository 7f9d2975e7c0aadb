// Automatic daily payouts of what is available to the business's bank account.
import { isPlanned, plan } from '../world/due.ts';
import { emit, emitJson, isSilent, update } from '../world/events.ts';
import type { BalanceTransaction, Payout } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { accountFacts } from './account.ts';
import { balance, record } from './balance-transactions.ts';

const DAY_MS = 86_400_000;
const ARRIVES_AFTER_DAYS = 2;

/** Keeps one run planned for the next midnight (UTC). */
export function planPayouts(world: World): void {
  if (isPlanned(world, (task) => task.kind === 'create-payouts')) return;
  plan(world, DAY_MS - (world.accountNowMs() % DAY_MS), { kind: 'create-payouts' });
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Whether the account's schedule pays out today. */
function isPayoutDay(world: World): boolean {
  const date = new Date(world.accountNowMs());
  const weekday = weekdays[date.getUTCDay()] ?? '';
  const { payouts, payouts_enabled: enabled } = accountFacts(world);
  const { interval, monthly_anchor: dayOfMonth = 1, weekly_anchor: anchor = 'monday' } = payouts.schedule;
  if (!enabled || interval === 'manual') return false;
  if (interval === 'weekly') return weekday === anchor;
  if (interval === 'monthly') return date.getUTCDate() === dayOfMonth;
  return weekday !== 'saturday' && weekday !== 'sunday';
}

/** Money that is in a payout, and the automatic payouts themselves; what went out by hand lowers the next one. */
function isPaidOut(world: World, transaction: BalanceTransaction): boolean {
  if (transaction.inner.payout !== null) return true;
  return transaction.type === 'payout' && world.get('payout', transaction.source ?? '').automatic;
}

export function createPayouts(world: World): void {
  planPayouts(world);
  if (!isPayoutDay(world)) return;
  const byCurrency = new Map<string, BalanceTransaction[]>();
  for (const transaction of world.balanceTransactions.unpaid()) {
    if (isPaidOut(world, transaction) || transaction.available_on > world.accountNow()) continue;
    byCurrency.set(transaction.currency, [...(byCurrency.get(transaction.currency) ?? []), transaction]);
  }
  for (const [currency, transactions] of byCurrency) {
    const amount = transactions.reduce((sum, transaction) => sum + transaction.net, 0);
    if (amount > 0) payOutAll(world, currency, amount, transactions);
  }
}

const plainPayout = {
  application_fee: null,
  application_fee_amount: null,
  automatic: true,
  description: 'STRIPE PAYOUT',
  failure_balance_transaction: null,
  failure_code: null,
  failure_message: null,
  livemode: false,
  metadata: {},
  method: 'standard',
  original_payout: null,
  payout_method: null,
  reconciliation_status: 'completed',
  reversed_by: null,
  source_type: 'card',
  statement_descriptor: null,
  status: 'in_transit',
  trace_id: null,
  type: 'bank_account',
} as const;

/** What makes a payout another than an automatic one. */
export type PayoutChoice = Partial<
  Pick<
    Payout,
    | 'automatic'
    | 'description'
    | 'metadata'
    | 'method'
    | 'reconciliation_status'
    | 'statement_descriptor'
    | 'status'
  >
>;

/** Sends money to the business's bank account; it arrives by itself. */
export function payOut(world: World, amount: number, currency: string, more: PayoutChoice): Payout {
  const id = world.id('po');
  const transaction = record(world, {
    amount: -amount,
    currency,
    type: 'payout',
    category: 'payout',
    source: id,
    description: more.description ?? plainPayout.description,
    availableOn: world.accountNow(),
  });
  const payout = world.put('payout', {
    ...plainPayout,
    ...more,
    id,
    object: 'payout',
    amount,
    arrival_date: world.accountNow() + (ARRIVES_AFTER_DAYS * DAY_MS) / 1000,
    balance_transaction: transaction.id,
    created: world.accountNow(),
    currency,
    destination: `ba_${world.settings.accountId.slice(5)}`,
  });
  emit(world, 'payout.created', 'payout', payout);
  plan(world, ARRIVES_AFTER_DAYS * DAY_MS, { kind: 'payout-arrives', payout: id });
  return payout;
}

function payOutAll(
  world: World,
  currency: string,
  amount: number,
  transactions: readonly BalanceTransaction[],
): void {
  const payout = payOut(world, amount, currency, {});
  for (const each of transactions)
    world.put('balance_transaction', { ...each, inner: { payout: payout.id } });
  emit(world, 'payout.reconciliation_completed', 'payout', payout);
  if (!isSilent(world)) emitJson(world, 'balance.available', balance(world));
}

/** What was cancelled or has failed meanwhile does not arrive. */
export function arrive(world: World, id: string): void {
  const payout = world.get('payout', id);
  if (payout.status !== 'pending' && payout.status !== 'in_transit') return;
  const paid: Payout = { ...payout, status: 'paid' };
  update(world, 'payout.updated', 'payout', payout, paid);
  emit(world, 'payout.paid', 'payout', paid);
}
