// The account of a customer as a statement: every row with the balance after it, per currency. Pure.
import type { CallOutput } from '../../shared/contract/calls.ts';
import { dayOf } from '../../shared/domain/dates.ts';
import type { StatementAdjustment } from '../store/customer-balance.ts';
import type {
  StatementInvoice,
  StatementNote,
  StatementPayment,
  StatementRefund,
} from '../store/customer-statement.ts';

export type ActivityRow = CallOutput<'customers.get'>['activity'][number];

export interface StatementFacts {
  readonly invoices: readonly StatementInvoice[];
  readonly payments: readonly StatementPayment[];
  readonly refunds: readonly StatementRefund[];
  readonly notes: readonly StatementNote[];
  /** Changes by hand of the balance that Stripe keeps. */
  readonly adjustments: readonly StatementAdjustment[];
  /** IANA. */
  readonly timeZone: string;
}

/** What a row does to the balance: what is charged is positive, what settles it negative. */
interface Step {
  readonly date: string;
  readonly kind: ActivityRow['kind'];
  readonly reference: string;
  readonly invoiceId: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly effect: number;
}

/**
 * Newest first, at most `limit`. The balance of the newest row of a currency is what is open in it, less what a credit note promised to
 * give back and no refund has yet. The amounts add up to it, but for changes by hand of what Stripe keeps for the next invoice.
 */
export function customerActivity(facts: StatementFacts, limit: number): ActivityRow[] {
  const steps = [
    ...facts.invoices.flatMap((invoice) => stepsOf(invoice, facts)),
    ...facts.refunds.flatMap(refundSteps),
    ...facts.adjustments.map(adjustmentStep),
  ];
  const balances = new Map<string, number>();
  const rows = steps
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
    .map(({ date, kind, reference, invoiceId, currency, amount, effect }): ActivityRow => {
      const balance = (balances.get(currency) ?? 0) + effect;
      balances.set(currency, balance);
      return {
        date,
        kind,
        reference,
        invoiceId,
        amount: { amount, currency },
        balance: { amount: balance, currency },
      };
    });
  return rows.toReversed().slice(0, limit);
}

/** An invoice, its payments, and what closed it: together they leave exactly what Stripe says is open. */
function stepsOf(invoice: StatementInvoice, { payments, notes, timeZone }: StatementFacts): readonly Step[] {
  const step = (
    date: string,
    kind: Step['kind'],
    effect: number,
    reference = invoice.number ?? '',
  ): Step => ({
    date,
    kind,
    reference,
    invoiceId: invoice.id,
    currency: invoice.currency,
    amount: effect,
    effect,
  });
  const own = payments.filter((payment) => payment.invoice_id === invoice.id);
  const throughStripe = own.reduce((sum, { amount }) => sum + amount, 0);
  const outside = invoice.amount_paid - throughStripe;
  const settledDay = invoice.paid_day ?? invoice.issue_day;
  const steps = [step(invoice.issue_day, 'invoice', invoice.total)];
  for (const { day, amount, method } of own) steps.push(step(day, 'payment', -amount, method));
  if (outside > 0) steps.push(step(settledDay, 'payment', -outside, 'Outside Stripe'));
  const credits = notes.filter((note) => note.invoice_id === invoice.id);
  for (const note of credits) {
    steps.push(step(note.day, 'credit-note', -note.amount, note.number));
    // What of it is given back otherwise than by a refund of Stripe's, which has a row of its own.
    steps.push(step(note.day, 'balance', note.to_balance, note.number));
    steps.push(step(note.day, 'refund', note.outside, 'Outside Stripe'));
  }
  const credited = credits.reduce((sum, note) => sum + note.pre_payment, 0);
  const left = invoice.total - invoice.amount_paid - credited;
  if (invoice.status === 'void') steps.push(step(dayAt(invoice.voided_at, timeZone, invoice), 'void', -left));
  else if (invoice.status === 'uncollectible') {
    steps.push(step(dayAt(invoice.uncollectible_at, timeZone, invoice), 'write-off', -left));
  } else if (left !== invoice.amount_remaining) {
    // Stripe took the customer's credit off it, or added what they owed from before.
    steps.push(step(invoice.issue_day, 'balance', invoice.amount_remaining - left));
  }
  return steps.filter(({ effect, kind }) => effect !== 0 || kind === 'invoice' || kind === 'credit-note');
}

function dayAt(at: number | null, timeZone: string, invoice: StatementInvoice): string {
  return at === null ? invoice.issue_day : dayOf(at, timeZone);
}

/** What no credit note says of it is not owed again: Stripe keeps the invoice paid. */
function refundSteps(refund: StatementRefund): readonly Step[] {
  const step = (kind: Step['kind'], effect: number): Step => ({
    date: refund.day,
    kind,
    reference: refund.number ?? '',
    invoiceId: refund.invoice_id,
    currency: refund.currency,
    amount: effect,
    effect,
  });
  const uncredited = Math.max(0, refund.amount - refund.credited);
  return [step('refund', refund.amount), ...(uncredited > 0 ? [step('uncredited', -uncredited)] : [])];
}

/** It changes what Stripe keeps for the next invoice, and nothing of what is open. */
function adjustmentStep({ day, currency, amount }: StatementAdjustment): Step {
  return {
    date: day,
    kind: amount < 0 ? 'credit' : 'owed',
    reference: 'By hand',
    invoiceId: null,
    currency,
    amount: Math.abs(amount),
    effect: 0,
  };
}
