// Two years in the life of the demo company: what is ordered, when it is paid, and what goes wrong.
import { call, type Values } from './calls.ts';
import { creditOpen, creditPaid, dispute, refund, revise } from './corrections.ts';
import { seedCustomers, type SeedCustomer } from './customers.ts';
import type { Dice } from './dice.ts';
import { issue, writeDraft, type Order } from './invoices.ts';
import { isOpen, payPart, payThroughStripe } from './payments.ts';
import { DAY, HOUR, type Stage } from './stage.ts';
import { welcome } from './welcome.ts';

type Fate =
  | 'paid'
  | 'outside'
  | 'void'
  | 'uncollectible'
  | 'unpaid'
  | 'partly'
  | 'refunded'
  | 'partly_refunded'
  | 'disputed'
  | 'credited'
  | 'credited_open'
  | 'revised';

/** Shares of a thousand. */
const fates: readonly (readonly [Fate, number])[] = [
  ['paid', 826],
  ['void', 26],
  ['uncollectible', 30],
  ['unpaid', 12],
  ['partly', 14],
  ['refunded', 18],
  ['partly_refunded', 24],
  ['disputed', 12],
  ['credited', 16],
  ['credited_open', 12],
  ['revised', 10],
];

function fateOf(dice: Dice, customer: SeedCustomer): Fate {
  let rest = dice.between(0, 999);
  const fate = fates.find(([, share]) => (rest -= share) < 0)?.[0] ?? 'paid';
  return fate === 'paid' && customer.pays === 'transfer' ? 'outside' : fate;
}

function daysUntilPaid(dice: Dice, customer: SeedCustomer): number {
  switch (customer.pays) {
    case 'prompt':
      return dice.between(0, 6);
    case 'late':
      return customer.termDays + dice.between(2, 40);
    case 'usual':
    case 'transfer':
      return Math.max(1, customer.termDays - dice.between(-3, 9));
  }
}

/** Adds to the timeline all that happens after an invoice was sent. */
function unfold(stage: Stage, invoice: string, customer: SeedCustomer, sentAt: number): void {
  const { world, dice, timeline } = stage;
  const fate = fateOf(dice, customer);
  const paidAt = sentAt + daysUntilPaid(dice, customer) * DAY + dice.between(1, 7) * HOUR;
  const later = paidAt + dice.between(3, 20) * DAY;
  const due = sentAt + customer.termDays * DAY;
  const ifOpen = (at: number, path: string, params: Values = {}): void =>
    timeline.add(
      at,
      () => isOpen(world, invoice) && call(world, 'POST', `/v1/invoices/${invoice}/${path}`, params),
    );
  switch (fate) {
    case 'unpaid':
      return;
    case 'outside':
      return ifOpen(paidAt, 'pay', { paid_out_of_band: true });
    case 'void':
      return ifOpen(sentAt + dice.between(1, 5) * DAY, 'void');
    case 'uncollectible':
      return ifOpen(due + dice.between(60, 110) * DAY, 'mark_uncollectible');
    case 'partly':
      payPart(stage, invoice, sentAt + 2 * DAY);
      if (dice.happens(0.6)) payThroughStripe(stage, invoice, due + DAY);
      return;
    case 'revised':
      return revise(stage, invoice, sentAt + 2 * DAY, paidAt + 3 * DAY);
    case 'credited_open':
      creditOpen(stage, invoice, sentAt + DAY);
      return payThroughStripe(stage, invoice, paidAt + 2 * DAY);
    case 'paid':
      return payThroughStripe(stage, invoice, paidAt);
    case 'refunded':
    case 'partly_refunded':
      payThroughStripe(stage, invoice, paidAt);
      return refund(stage, invoice, later, fate === 'refunded');
    case 'disputed':
      payThroughStripe(stage, invoice, paidAt);
      return dispute(stage, invoice, later);
    case 'credited':
      payThroughStripe(stage, invoice, paidAt);
      return creditPaid(stage, invoice, later);
  }
}

/** Saturdays and Sundays become the Monday after. */
function workday(midnight: number): number {
  const day = new Date(midnight).getUTCDay();
  return midnight + (day === 6 ? 2 : day === 0 ? 1 : 0) * DAY;
}

/** Orders of one month, in working hours. `drafts` of the last days are not sent yet. */
export function planMonth(stage: Stage, monthStart: number, count: number, numbers: () => number): void {
  const { world, company, dice, timeline, end } = stage;
  for (let index = 0; index < count; index += 1) {
    const at =
      workday(monthStart + dice.between(0, 27) * DAY) +
      dice.between(7, 15) * HOUR +
      dice.between(0, 59) * 60_000;
    const customer = dice.weighted(seedCustomers);
    const staysDraft = end - at < 9 * DAY && dice.happens(0.4);
    timeline.add(at, () => {
      const order: Order = { customer, isFirst: welcome(world, company, customer), number: numbers() };
      const invoice = writeDraft(world, company, dice, order);
      if (staysDraft) return;
      const sentAt = at + dice.between(2, 40) * 60_000;
      timeline.add(sentAt, () => {
        issue(world, invoice);
        unfold(stage, invoice, customer, sentAt);
      });
    });
  }
}
