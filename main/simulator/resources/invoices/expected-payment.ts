// What a simulated customer does about an invoice that was sent: when it is paid, and what goes wrong first.
import { Failure } from '../../api/failure.ts';
import { plan } from '../../world/due.ts';
import { chance } from '../../world/ids.ts';
import type { CustomerAct, Invoice, PayingHabit } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { openDispute } from '../disputes/open.ts';
import { settled } from '../payments/charges.ts';
import { subscriptionOf } from '../subscriptions/standing.ts';
import { actAsCustomer, outcomesFor } from './hosted-page.ts';

const DAY = 86_400;

/** Shares of a thousand. */
const NEVER_PAYS = 20;
const FIRST_DECLINED = 60;
const DISPUTES = 15;

function days(habit: PayingHabit, untilDue: number, share: number): number {
  switch (habit) {
    case 'prompt':
      return untilDue * share * 0.4;
    case 'usual':
      return untilDue * (0.5 + share / 2);
    case 'late':
      return untilDue + 2 + share * 14;
  }
}

/** Of one invoice always the same, whenever and however often it is asked. */
function payByHabit(world: World, invoice: Invoice, habit: PayingHabit): void {
  const share = (about: string): number => chance(world.settings.seed, `${invoice.id} ${about}`);
  const untilDue = Math.max(0, ((invoice.due_date ?? world.now()) - world.now()) / DAY);
  const pays = Math.ceil(days(habit, untilDue, share('days'))) + 1 / 3;
  const act = (after: number, what: CustomerAct): void =>
    plan(world, Math.round(after * DAY) * 1000, { kind: 'customer-acts', invoice: invoice.id, act: what });
  const fate = share('fate') * 1000;
  if (fate < NEVER_PAYS) return;
  if (fate < NEVER_PAYS + FIRST_DECLINED) act(pays - 0.1, 'is-declined');
  act(pays, 'pays');
  if (fate > 1000 - DISPUTES) act(pays + 9, 'disputes');
}

/** `byItself` when nobody pressed a button: then there is nobody who waits to see it paid. */
export function expectPayment(world: World, invoice: Invoice, byItself: boolean): void {
  if (invoice.status !== 'open') return;
  const { autopay, seed } = world.settings;
  const habit = subscriptionOf(world, invoice)?.inner.habit ?? null;
  if (habit !== null) payByHabit(world, invoice, habit);
  else if (autopay !== null && byItself) payByHabit(world, invoice, 'usual');
  else if (autopay !== null && chance(seed, invoice.id) < autopay.share)
    plan(world, autopay.afterMs, { kind: 'customer-acts', invoice: invoice.id, act: 'pays-at-once' });
}

function paidCharge(world: World, invoice: Invoice): string | null {
  for (const id of invoice.inner.payments) {
    const intent = world.get('invoice_payment', id).payment.payment_intent ?? '';
    const charge = world.find('payment_intent', intent)?.latest_charge ?? null;
    if (charge !== null && world.get('charge', charge).status === 'succeeded') return charge;
  }
  return null;
}

function dispute(world: World, invoice: Invoice): void {
  const charge = paidCharge(world, invoice);
  if (charge === null || world.get('charge', charge).inner.dispute !== null) return;
  openDispute(world, settled(world, charge), { reason: 'product_not_received' });
}

/** Every fourth euro is debited; everybody else pays in the first way that is offered. */
function pay(world: World, invoice: Invoice): void {
  const debits = chance(world.settings.seed, `${invoice.customer ?? ''} debits`) < 0.25;
  const possible = outcomesFor(world, invoice.id);
  actAsCustomer(
    world,
    invoice.id,
    debits && possible.includes('sepa_processing') ? 'sepa_processing' : undefined,
  );
}

function isDeclined(world: World, invoice: Invoice): void {
  if (!outcomesFor(world, invoice.id).includes('insufficient_funds')) return;
  try {
    actAsCustomer(world, invoice.id, 'insufficient_funds');
  } catch (error) {
    if (!(error instanceof Failure && error.leavesEffects)) throw error;
  }
}

/** Only what is open can be paid. */
export function customerActs(world: World, invoiceId: string, act: CustomerAct): void {
  const invoice = world.find('invoice', invoiceId);
  if (invoice === undefined) return;
  if (act === 'disputes') return dispute(world, invoice);
  if (invoice.status !== 'open') return;
  switch (act) {
    case 'pays-at-once':
      return actAsCustomer(world, invoiceId, undefined);
    case 'pays':
      return pay(world, invoice);
    case 'is-declined':
      return isDeclined(world, invoice);
  }
}
